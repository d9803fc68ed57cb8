package io.github.feedwright.post.frontmatter;

import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Null;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object at the very start. Hexo also allows {@code ;;;} after it, then also without braces;
 * Middleman puts fields without braces between two lines {@code ;;;}.
 */
final class JsonFrontMatter implements Dialect {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
          .build();
  private static final String END = ";;;";
  private static final Fence HEXO = new Fence(END, List.of(END));

  /**
   * A brace and then a key, the end or a line end: {@code {% x %}} and {@code {{ x }}} are text.
   */
  private static final Pattern BEGIN = Pattern.compile("\\{(?:\\s*[\"'}]|[ \t]*\n)");

  private static final Pattern FIRST_FIELD =
      Pattern.compile("\\s*\"[^\"\n]{1,60}\"\\s*:\\s*(?:[\"\\[{\\d-]|true|false|null)");

  @Override
  public @Nullable FrontMatter read(String text, long limit) throws UnreadablePost {
    Fence.Split fenced = HEXO.split(text, limit);
    if (fenced != null) {
      String lines = "\n".repeat(fenced.line() - 1);
      FrontMatter inside = object(lines + "{" + fenced.block() + "}", limit);
      return new FrontMatter(inside.fields(), fenced.body(), fenced.bodyLine());
    }
    Fence.Split bare = withoutBraces(text, limit);
    if (bare != null) {
      // On one line with the first field, so that every line keeps its number.
      FrontMatter inside = object("{" + bare.block() + "}", limit);
      return new FrontMatter(inside.fields(), bare.body(), bare.bodyLine());
    }
    return begins(text) ? object(text, limit) : null;
  }

  /** Hexo: fields without braces, up to a line {@code ;;;}. */
  private static Fence.@Nullable Split withoutBraces(String text, long limit)
      throws UnreadablePost {
    Matcher first = FIRST_FIELD.matcher(text);
    return first.lookingAt() ? HEXO.unopened(text, limit) : null;
  }

  private static FrontMatter object(String text, long limit) throws UnreadablePost {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      Mapping fields = object(parser);
      int end = (int) parser.currentLocation().getCharOffset();
      FrontMatter.refuseTooLong(text.substring(0, end), 1, limit);
      int body = bodyStart(text, end);
      return new FrontMatter(fields, text.substring(body), DecodedText.lines(text, body));
    } catch (JacksonException malformed) {
      throw FrontMatter.malformed(line(malformed), message(malformed));
    }
  }

  private static boolean begins(String text) {
    return BEGIN.matcher(text).lookingAt();
  }

  private static Mapping object(JsonParser parser) {
    int line = parser.currentTokenLocation().getLineNr();
    List<Mapping.Field> fields = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      int at = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      fields.add(new Mapping.Field(key, at, node(parser)));
    }
    return new Mapping(fields, line);
  }

  private static Sequence array(JsonParser parser) {
    int line = parser.currentTokenLocation().getLineNr();
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    return new Sequence(items, line);
  }

  private static Node node(JsonParser parser) {
    int line = parser.currentTokenLocation().getLineNr();
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NULL -> new Null(line);
      case VALUE_STRING -> new Scalar(parser.getString(), false, line);
      default -> new Scalar(parser.getString(), true, line);
    };
  }

  /** The index after the brace, Hexo's end mark, and the rest of that line if it is blank. */
  private static int bodyStart(String text, int end) {
    int at = blanks(text, end);
    if (text.startsWith(END, at)) {
      at = blanks(text, at + END.length());
    } else if (text.startsWith("\n" + END, at)) {
      at = blanks(text, at + 1 + END.length());
    }
    return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
  }

  private static int blanks(String text, int start) {
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static int line(JacksonException malformed) {
    var location = malformed.getLocation();
    return location == null ? 1 : Math.max(1, location.getLineNr());
  }

  private static String message(JacksonException malformed) {
    String all = String.valueOf(malformed.getOriginalMessage());
    int end = all.indexOf('\n');
    return "the front matter is not JSON: "
        + (end < 0 ? all : all.substring(0, end))
        + "; keys and strings need double quotes, and fields need commas between them";
  }
}

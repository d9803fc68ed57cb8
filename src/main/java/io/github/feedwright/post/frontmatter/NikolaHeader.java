package io.github.feedwright.post.frontmatter;

import io.github.feedwright.text.Quoted;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Null;
import io.github.feedwright.yaml.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Nikola's header: lines {@code .. key: value} in a comment, or at the very start up to a blank
 * line.
 */
public final class NikolaHeader implements Dialect {
  private static final String OPEN = "<!--";
  private static final String CLOSE = "-->";
  private static final Pattern BEGIN =
      Pattern.compile("\\s*(?:<!--\\s*)?\\.\\.[ \t]+[A-Za-z][\\w-]*:");
  private static final Pattern FIELD =
      Pattern.compile("\\s*\\.\\.[ \t]+([A-Za-z][\\w-]{0,60}):[ \t]*(.*)");

  /** Tags that hide a post, from before Nikola 8 introduced a status. */
  private static final Set<String> HIDING = Set.of("draft", "private", "retired");

  /** What a line that is no field may be meant to say: then it is not ignored. */
  private static final Pattern ABOUT_DRAFTS = Pattern.compile("(?i)status|draft|private|retired");

  private final boolean ignoresStrayLines;

  /**
   * A reader of this dialect.
   *
   * @param ignoresStrayLines whether lines that are no fields are ignored, as Nikola does
   */
  NikolaHeader(boolean ignoresStrayLines) {
    this.ignoresStrayLines = ignoresStrayLines;
  }

  /** Whether a file's first characters can begin such a header. */
  public static boolean begins(String text) {
    return BEGIN.matcher(text).lookingAt();
  }

  @Override
  public @Nullable FrontMatter read(String text, long limit) throws UnreadablePost {
    if (!begins(text)) {
      return null;
    }
    int start = text.indexOf("..");
    int open = text.lastIndexOf(OPEN, start);
    int end = open < 0 ? afterFields(text, start) : text.indexOf(CLOSE, start);
    int line = DecodedText.lines(text, start);
    if (end < 0) {
      throw FrontMatter.malformed(
          line,
          "the front matter begins with <!-- but never ends; write --> on a line of its own after"
              + " its last field");
    }
    String block = text.substring(start, end);
    FrontMatter.refuseTooLong(block, line, limit);
    int body = open < 0 ? end : afterLine(text, end + CLOSE.length());
    return new FrontMatter(
        fields(block, line), text.substring(body), DecodedText.lines(text, body));
  }

  private static int afterFields(String text, int start) {
    Matcher blank = Pattern.compile("\n[ \t]*(?:\n|\\z)").matcher(text);
    return blank.find(start) ? blank.end() : text.length();
  }

  /** The index after the rest of a line, if that is blank. */
  private static int afterLine(String text, int start) {
    int end = text.indexOf('\n', start);
    int stop = end < 0 ? text.length() : end;
    return text.substring(start, stop).isBlank() ? Math.min(stop + 1, text.length()) : start;
  }

  private Mapping fields(String block, int line) throws UnreadablePost {
    List<Mapping.Field> fields = new ArrayList<>();
    int at = line;
    for (String each : block.split("\n", -1)) {
      Matcher field = FIELD.matcher(each);
      if (field.matches()) {
        add(fields, field.group(1), field.group(2).strip(), at);
      } else if (!each.isBlank() && (!ignoresStrayLines || ABOUT_DRAFTS.matcher(each).find())) {
        throw FrontMatter.malformed(
            at, Quoted.of(each) + " is not a field of the front matter; write .. key: value");
      }
      at++;
    }
    return new Mapping(fields, line);
  }

  private static void add(List<Mapping.Field> fields, String key, String value, int line) {
    Node node = value.isEmpty() ? new Null(line) : new Scalar(value, true, line);
    fields.add(new Mapping.Field(key, line, node));
    if (key.equalsIgnoreCase("tags") && hides(value)) {
      fields.add(new Mapping.Field("draft", line, new Scalar("true", true, line)));
    }
  }

  private static boolean hides(String tags) {
    return Arrays.stream(tags.toLowerCase(Locale.ROOT).split("[,，、､،]"))
        .map(String::strip)
        .anyMatch(HIDING::contains);
  }
}

package io.github.feedwright.post.frontmatter;

import io.github.feedwright.post.value.DateText;
import io.github.feedwright.post.value.MalformedDate;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** TOML between {@code +++} and {@code +++}. */
final class TomlFrontMatter implements Dialect {
  private static final Fence FENCE = new Fence("+++", List.of("+++"));
  private static final TomlParseOptions OPTIONS =
      TomlParseOptions.defaults().withMaxNestingDepth(16).withoutSource();

  /** TOML 1.0 has the leap seconds of RFC 3339, section 5.6; {@code tomlj} does not. */
  private static final Pattern LEAP_SECOND =
      Pattern.compile(
          "(?<=[=,\\[]\\s{0,9})(\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:)60"
              + "((?:\\.\\d+)?(?:[Zz]|[+-]\\d{2}:\\d{2})?)(?![\\w:.])");

  @Override
  public @Nullable FrontMatter read(String text, long limit) throws UnreadablePost {
    Fence.Split split = FENCE.split(text, limit);
    return split == null ? null : new FrontMatter(fields(split), split.body(), split.bodyLine());
  }

  private static Mapping fields(Fence.Split split) throws UnreadablePost {
    TomlParseResult toml = Toml.parse(split.block(), OPTIONS);
    Matcher leaps = LEAP_SECOND.matcher(split.block());
    if (toml.hasErrors() && leaps.find()) {
      toml = Toml.parse(leaps.replaceAll(TomlFrontMatter::secondBefore), OPTIONS);
    }
    if (toml.hasErrors()) {
      TomlParseError first = toml.errors().get(0);
      int before = split.line() - 1;
      throw FrontMatter.malformed(
          before + first.position().line(),
          "the front matter is not TOML: "
              + first.getMessage()
              + " (column "
              + first.position().column()
              + "); strings need quotes, and each field its own line");
    }
    return table(toml, split.line() - 1, split.line());
  }

  /** What {@link DateText} makes of it. A time that is no leap second stays an error. */
  private static String secondBefore(MatchResult time) {
    try {
      OffsetDateTime unused = DateText.read(time.group(), ZoneOffset.UTC);
      return Matcher.quoteReplacement(time.group(1) + "59" + time.group(2));
    } catch (MalformedDate none) {
      return Matcher.quoteReplacement(time.group());
    }
  }

  /**
   * {@code tomlj} counts lines from the start of the block, which follows {@code before} others.
   */
  private static Mapping table(TomlTable table, int before, int line) {
    List<Mapping.Field> fields = new ArrayList<>();
    for (Map.Entry<String, Object> entry : table.entrySet()) {
      int at = line(table.inputPositionOf(List.of(entry.getKey())), before, line);
      fields.add(new Mapping.Field(entry.getKey(), at, node(entry.getValue(), before, at)));
    }
    return new Mapping(fields, line);
  }

  private static Node node(Object value, int before, int line) {
    if (value instanceof TomlTable table) {
      return table(table, before, line);
    }
    if (value instanceof TomlArray array) {
      return array(array, before, line);
    }
    return new Scalar(text(value), !(value instanceof String), line);
  }

  private static Sequence array(TomlArray array, int before, int line) {
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      int at = line(array.inputPositionOf(i), before, line);
      items.add(node(array.get(i), before, at));
    }
    return new Sequence(items, line);
  }

  private static int line(@Nullable TomlPosition position, int before, int line) {
    return position == null ? line : before + position.line();
  }

  /** TOML 1.0 has seconds in every time; {@code toString} would drop zero seconds. */
  private static String text(Object value) {
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    if (value instanceof LocalDateTime time) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    return value.toString();
  }
}

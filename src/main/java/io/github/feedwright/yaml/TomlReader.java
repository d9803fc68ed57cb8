package io.github.feedwright.yaml;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads TOML into nodes. */
public final class TomlReader {
  private static final TomlParseOptions OPTIONS =
      TomlParseOptions.defaults().withMaxNestingDepth(16).withoutSource();

  private TomlReader() {}

  /**
   * Reads a text.
   *
   * @param firstLine the line of its file on which the text begins, from 1
   * @throws MalformedToml if the text is not TOML, or has more than 16 levels
   */
  public static Mapping read(String text, int firstLine) throws MalformedToml {
    TomlParseResult toml = Toml.parse(text, OPTIONS);
    int before = firstLine - 1;
    if (toml.hasErrors()) {
      TomlParseError first = toml.errors().get(0);
      throw new MalformedToml(
          before + first.position().line(),
          first.getMessage() + " (column " + first.position().column() + ")");
    }
    return table(toml, before, firstLine);
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

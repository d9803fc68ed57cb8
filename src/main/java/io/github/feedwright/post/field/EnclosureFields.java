package io.github.feedwright.post.field;

import io.github.feedwright.post.Enclosure;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the media attached to a post: a string, WordPress's three lines, a map, or a list of these.
 */
public final class EnclosureFields {
  private static final long UNKNOWN = -1;

  /**
   * WordPress's exporter writes the sign of a YAML block twice; the second one becomes a line of
   * the text.
   */
  private static final Pattern SECOND_SIGN = Pattern.compile("^\\s*[|>][ \\t]*(?:\\R|$)");

  private static final Pattern FOLDED =
      Pattern.compile("(\\S++) ++(\\d++) ++([^/\\s]++/\\S++)(?: .*)?");

  private EnclosureFields() {}

  public static List<Enclosure> read(Fields fields, FieldProblems report) {
    List<Enclosure> enclosures = new ArrayList<>();
    for (String key : List.of("enclosure", "enclosures")) {
      Mapping.Field field = fields.get(key);
      if (field != null) {
        collect(fields, field, field.value(), enclosures, report);
      }
    }
    return enclosures.size() == 1
        ? List.of(withFlatFields(enclosures.get(0), fields, report))
        : enclosures;
  }

  private static void collect(
      Fields fields,
      Mapping.Field field,
      Node node,
      List<Enclosure> enclosures,
      FieldProblems report) {
    if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(fields, field, item, enclosures, report));
    } else if (node instanceof Scalar scalar) {
      String text = SECOND_SIGN.matcher(scalar.text()).replaceFirst("").strip();
      if (!text.isEmpty()) {
        enclosures.add(lines(new Value(field.key(), text, scalar.line()), report));
      }
    } else if (node instanceof Mapping mapping) {
      Fields inside = fields.inside(field.key(), mapping);
      Value url = inside.value("url", "href", "src");
      if (url == null) {
        report.unclear(field.key(), node.line(), "has no address; add url: and the file's address");
      } else {
        Value type = inside.value("type");
        enclosures.add(
            enclosure(
                url.text(), inside.value("length"), type == null ? null : type.text(), report));
      }
    }
  }

  /**
   * WordPress stores address, length and type as three lines of one text. YAML may have folded them
   * into one line, or put empty lines between them.
   */
  private static Enclosure lines(Value value, FieldProblems report) {
    Matcher folded = FOLDED.matcher(value.text());
    String text = folded.matches() ? folded.replaceFirst("$1\n$2\n$3") : value.text();
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    boolean noLength = lines.size() > 1 && lines.get(1).contains("/");
    int at = noLength ? 1 : 2;
    return enclosure(
        lines.get(0),
        noLength || lines.size() < 2 ? null : new Value(value.key(), lines.get(1), value.line()),
        lines.size() > at ? lines.get(at) : null,
        report);
  }

  private static Enclosure withFlatFields(Enclosure only, Fields fields, FieldProblems report) {
    Value type = fields.value("enclosure_type");
    return new Enclosure(
        only.url(),
        only.length() == UNKNOWN ? length(fields.value("enclosure_length"), report) : only.length(),
        only.type() == null && type != null ? type.text() : only.type());
  }

  private static Enclosure enclosure(
      String url, @Nullable Value length, @Nullable String type, FieldProblems report) {
    return new Enclosure(url, length(length, report), type);
  }

  private static long length(@Nullable Value value, FieldProblems report) {
    if (value == null) {
      return UNKNOWN;
    }
    String text = value.text();
    if (text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Long.parseLong(text);
    }
    report.unclear(value, "is not a length; write a whole number of bytes");
    return UNKNOWN;
  }
}

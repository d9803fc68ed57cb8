package io.github.feedwright.post.field;

import io.github.feedwright.post.value.Value;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Null;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import io.github.feedwright.yaml.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A post's fields by key; upper and lower case do not matter. A field without a value counts as
 * absent.
 */
public final class Fields {
  private final Map<String, List<Mapping.Field>> byKey = new HashMap<>();
  private final Mapping mapping;
  private final String prefix;
  private final FieldProblems report;

  private Fields(Mapping mapping, String prefix, FieldProblems report) {
    this.mapping = mapping;
    this.prefix = prefix;
    this.report = report;
    for (Mapping.Field field : mapping.fields()) {
      if (!isEmpty(field.value())) {
        byKey.computeIfAbsent(lower(field.key()), key -> new ArrayList<>(1)).add(field);
      }
    }
  }

  public static Fields of(Mapping mapping, FieldProblems report) {
    Fields fields = new Fields(mapping, "", report);
    fields.byKey.values().forEach(fields::reportTwins);
    return fields;
  }

  /** The fields of the mapping in another field. */
  public Fields inside(String key, Mapping mapping) {
    return new Fields(mapping, prefix + key + ".", report);
  }

  /** The first field of this key, with its full key. */
  public Mapping.@Nullable Field get(String key) {
    List<Mapping.Field> fields = readable(key);
    return fields.isEmpty() ? null : full(fields.get(0));
  }

  /**
   * The fields of this key; those with unsupported YAML are errors, because they may hide a post.
   */
  private List<Mapping.Field> readable(String key) {
    List<Mapping.Field> fields = byKey.getOrDefault(lower(key), List.of());
    for (Mapping.Field field : fields) {
      Unread unread = unread(field.value());
      if (unread != null) {
        report.error(Kind.FRONT_MATTER, unread.line(), unread.problem());
        return List.of();
      }
    }
    return fields;
  }

  private static @Nullable Unread unread(Node node) {
    if (node instanceof Unread unread) {
      return unread;
    }
    Stream<Node> inside =
        node instanceof Sequence list
            ? list.items().stream()
            : node instanceof Mapping mapping
                ? mapping.fields().stream().map(Mapping.Field::value)
                : Stream.empty();
    return inside.map(Fields::unread).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private Mapping.Field full(Mapping.Field field) {
    return prefix.isEmpty()
        ? field
        : new Mapping.Field(prefix + field.key(), field.line(), field.value());
  }

  /** The fields of this key's mapping, or null if it has none. */
  public @Nullable Fields nested(String key) {
    Mapping.Field field = get(key);
    return field != null && field.value() instanceof Mapping mapping ? inside(key, mapping) : null;
  }

  /** The fields of this key's mapping, or of each mapping in its list. */
  public List<Fields> each(String key) {
    Mapping.Field field = get(key);
    if (field == null) {
      return List.of();
    }
    List<Node> nodes =
        field.value() instanceof Sequence list ? list.items() : List.of(field.value());
    return nodes.stream()
        .filter(Mapping.class::isInstance)
        .map(node -> inside(key, (Mapping) node))
        .toList();
  }

  /**
   * Every single value under these keys, in the order of the keys; lists and mappings are reported.
   */
  public List<Value> values(String... keys) {
    List<Value> values = new ArrayList<>(1);
    for (String key : keys) {
      for (Mapping.Field field : readable(key)) {
        Value value = single(full(field));
        if (value != null) {
          values.add(value);
        }
      }
    }
    return values;
  }

  /** The first single value under these keys; lists and mappings before it are reported. */
  public @Nullable Value value(String... keys) {
    for (String key : keys) {
      Mapping.Field field = get(key);
      Value value = field == null ? null : single(field);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /**
   * The line ends if this key's value is nothing else, because such a value otherwise counts as
   * absent; or null.
   */
  @Nullable String lineEnds(String key) {
    for (Mapping.Field field : mapping.fields()) {
      if (field.key().equalsIgnoreCase(key)
          && field.value() instanceof Scalar scalar
          && scalar.text().isBlank()
          && scalar.text().indexOf('\n') >= 0) {
        return scalar.text();
      }
    }
    return null;
  }

  /** Whether this key has an empty text in quotes, which its author wrote on purpose. */
  boolean isQuotedBlank(String key) {
    return mapping.fields().stream()
        .filter(field -> field.key().equalsIgnoreCase(key))
        .anyMatch(
            field ->
                field.value() instanceof Scalar scalar
                    && !scalar.plain()
                    && scalar.text().isBlank());
  }

  /** Every value under these keys; lists and mappings as text in brackets. */
  public List<Value> anyShape(String... keys) {
    List<Value> values = new ArrayList<>(1);
    for (String key : keys) {
      for (Mapping.Field field : readable(key)) {
        values.add(new Value(prefix + field.key(), text(field.value()), field.line()));
      }
    }
    return values;
  }

  private static String text(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.text().strip();
    }
    if (node instanceof Sequence list) {
      return list.items().stream().map(Fields::text).collect(Collectors.joining(", ", "[", "]"));
    }
    return node instanceof Mapping mapping
        ? mapping.fields().stream().map(Fields::text).collect(Collectors.joining(", ", "{", "}"))
        : "";
  }

  private static String text(Mapping.Field field) {
    String value = text(field.value());
    return value.isEmpty() ? field.key() : field.key() + ": " + value;
  }

  /** The field's one value; null and a report if it is a list or a mapping. */
  private @Nullable Value single(Mapping.Field field) {
    if (only(field.value()) instanceof Scalar scalar) {
      return new Value(field.key(), scalar.text().strip(), scalar.line());
    }
    refuse(field.key(), field.line(), field.value(), report);
    return null;
  }

  /** Reports a list or a mapping in place of a single value. */
  static void refuse(String key, int line, Node node, FieldProblems report) {
    String shape = node instanceof Mapping ? "a mapping" : "a list";
    report.unclear(new Value(key, text(node), line), "is " + shape + "; write one value");
  }

  private static Node only(Node node) {
    return node instanceof Sequence list && list.items().size() == 1 ? list.items().get(0) : node;
  }

  public static boolean isEmpty(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.text().isBlank();
    }
    if (node instanceof Sequence list) {
      return list.items().stream().allMatch(Fields::isEmpty);
    }
    return node instanceof Null || (node instanceof Mapping mapping && mapping.fields().isEmpty());
  }

  private void reportTwins(List<Mapping.Field> fields) {
    for (Mapping.Field twin : fields.subList(1, fields.size())) {
      Mapping.Field first = fields.get(0);
      boolean isSame =
          twin.key().equals(first.key())
              && twin.value() instanceof Scalar one
              && first.value() instanceof Scalar other
              && one.text().equals(other.text());
      report.repeated(
          twin.key(),
          twin.line(),
          isSame,
          twin.key().equals(first.key())
              ? "is given again on line %d, and the last one counts; remove one"
                  .formatted(first.line())
              : "means the same field as " + first.key() + "; keep one");
    }
  }

  private static String lower(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}

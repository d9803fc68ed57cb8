package io.github.feedwright.settings.value;

import io.github.feedwright.text.Quoted;
import io.github.feedwright.text.Spelling;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Null;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A map of the configuration. Reading a key makes it known; {@link #refuseUnknownKeys} then reports
 * every key that was never read. A key without a value counts as absent.
 */
public final class Section {
  /** A key of a section whose name the author chose: it says nothing about other sections. */
  private static final Pattern IN_NAMED = Pattern.compile("^(?:[^.]+\\.){3}");

  private final String path;
  private final int line;
  private final Mapping mapping;
  private final SettingsProblems problems;
  private final Map<String, Optional<Section>> known = new LinkedHashMap<>();
  private final List<Section> listed = new ArrayList<>();

  private Section(String path, int line, Mapping mapping, SettingsProblems problems) {
    this.path = path;
    this.line = line;
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The whole file. */
  public static Section root(Mapping mapping, SettingsProblems problems) {
    return new Section("", 1, mapping, problems);
  }

  /** The section below a key; an empty one if there is none. */
  public Section section(String key) {
    Section read = known.getOrDefault(key, Optional.empty()).orElse(null);
    if (read != null) {
      return read;
    }
    Section section =
        new Section(name(key) + ".", line(key), mapping(key, "its keys below it"), problems);
    known.put(key, Optional.of(section));
    return section;
  }

  /** Whether it has no keys. */
  public boolean isEmpty() {
    return mapping.fields().isEmpty();
  }

  /** The sections in the list at a key; a single one counts as a list of one. */
  public List<Section> sections(String key) {
    Node value = node(key).orElseGet(() -> new Sequence(List.of(), line));
    List<Node> items = value instanceof Sequence sequence ? sequence.items() : List.of(value);
    List<Section> sections = new ArrayList<>();
    for (Node item : items) {
      if (item instanceof Mapping below) {
        sections.add(new Section(name(key) + ".", below.line(), below, problems));
      } else {
        problems.add(item.line(), name(key) + ": " + shown(item) + " is not allowed; write a map");
      }
    }
    listed.addAll(sections);
    return sections;
  }

  /** Its keys, where the author chooses them. */
  public List<String> keys() {
    return mapping.fields().stream().map(Mapping.Field::key).toList();
  }

  /** The value of a key, or the default if it is absent or was refused. */
  public <T> T value(String key, T absent, Form<T> form) {
    T value = optional(key, form);
    return value == null ? absent : value;
  }

  /** The value of a key, or null if it is absent or was refused. */
  public <T> @Nullable T optional(String key, Form<T> form) {
    Optional<Node> node = node(key);
    return node.isEmpty() ? null : read(key, node.get(), form);
  }

  /** Whether a key has a value, be it one that is refused. */
  public boolean has(String key) {
    return node(key).isPresent();
  }

  /** Whether the value of a key is a map. */
  public boolean isMap(String key) {
    return node(key).orElse(null) instanceof Mapping;
  }

  /** The value of a required key, or null if it is absent or was refused, which is reported. */
  public <T> @Nullable T required(String key, Form<T> form) {
    require(key);
    return optional(key, form);
  }

  /** Reports a key that is missing. */
  public void require(String key) {
    if (node(key).isEmpty()) {
      problems.add(line, path.substring(0, path.length() - 1) + ": " + key + " is missing; add it");
    }
  }

  /**
   * The values of a key, or the default if it is absent; a single value counts as a list of one.
   */
  public <T> List<T> list(String key, List<T> absent, Form<T> form) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return absent;
    }
    List<Node> items =
        node.get() instanceof Sequence sequence ? sequence.items() : List.of(node.get());
    List<T> values = new ArrayList<>();
    for (Node item : items) {
      T value = read(key, item, form);
      if (value != null && values.contains(value)) {
        problems.add(item.line(), name(key) + ": " + shown(item) + " is listed twice; remove one");
      } else if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** The values of a key that must have at least one. */
  public <T> List<T> some(String key, List<T> absent, Form<T> form) {
    if (node(key).orElse(null) instanceof Sequence sequence && sequence.items().isEmpty()) {
      problems.add(sequence.line(), name(key) + ": the list is empty; name at least one");
    }
    return list(key, absent, form);
  }

  /** The entries of a map whose keys the author chooses. */
  public List<Mapping.Field> entries(String key, String allowed) {
    known.putIfAbsent(key, Optional.empty());
    return mapping(key, allowed).fields();
  }

  /** A single value; null if it was refused, which is reported under the key. */
  public <T> @Nullable T read(String key, Node node, Form<T> form) {
    if (!(node instanceof Scalar scalar)) {
      problems.add(
          node.line(), name(key) + ": " + shown(node) + " is not allowed; write one value");
      return null;
    }
    try {
      return form.read(scalar.text().strip());
    } catch (Form.Refused refused) {
      problems.add(node.line(), name(key) + ": " + shown(node) + " " + refused.getMessage());
      return null;
    }
  }

  /** Reports the keys that were never read, here and in the sections below. */
  public void refuseUnknownKeys(List<String> everywhere) {
    for (Mapping.Field field : mapping.fields()) {
      if (!known.containsKey(field.key())) {
        problems.add(
            field.line(),
            name(Quoted.shortened(field.key())) + ": no such key; " + hint(field, everywhere));
      }
    }
    known
        .values()
        .forEach(below -> below.ifPresent(section -> section.refuseUnknownKeys(everywhere)));
    listed.forEach(section -> section.refuseUnknownKeys(everywhere));
  }

  /** Every key that was read, here and in the sections below, with its path. */
  public List<String> knownKeys() {
    return known.entrySet().stream()
        .flatMap(
            entry ->
                Stream.concat(
                    Stream.of(name(entry.getKey())),
                    entry.getValue().stream().flatMap(below -> below.knownKeys().stream())))
        .toList();
  }

  private String hint(Mapping.Field field, List<String> everywhere) {
    String key = field.key();
    Optional<String> here = Spelling.nearest(key, known.keySet()).map(this::name);
    Optional<String> elsewhere =
        everywhere.stream()
            .filter(other -> other.endsWith("." + key) && !IN_NAMED.matcher(other).find())
            .findFirst();
    // Whoever writes a section means a section.
    boolean isSection = field.value() instanceof Mapping && path.isEmpty();
    return (isSection ? here.or(() -> elsewhere) : elsewhere.or(() -> here))
        .map(meant -> "did you mean " + meant + "?")
        .orElseGet(() -> "allowed: " + String.join(", ", known.keySet()));
  }

  private Optional<Node> node(String key) {
    known.putIfAbsent(key, Optional.empty());
    return mapping.field(key).map(Mapping.Field::value).filter(node -> !(node instanceof Null));
  }

  private Mapping mapping(String key, String allowed) {
    Node node = node(key).orElseGet(() -> new Mapping(List.of(), line));
    if (node instanceof Mapping below) {
      return below;
    }
    problems.add(node.line(), name(key) + ": " + shown(node) + " is not allowed; write " + allowed);
    return new Mapping(List.of(), line);
  }

  /** The line of a key, or of the section if the key is absent. */
  public int line(String key) {
    return mapping.field(key).map(Mapping.Field::line).orElse(line);
  }

  /** The line where the text of a key begins, or that of the section if the key is absent. */
  public int textLine(String key) {
    return node(key).map(Node::line).orElse(line);
  }

  private String name(String key) {
    return path + key;
  }

  private static String shown(Node node) {
    return node instanceof Scalar scalar
        ? Quoted.of(scalar.text())
        : node instanceof Sequence ? "a list" : node instanceof Mapping ? "a map" : "nothing";
  }
}

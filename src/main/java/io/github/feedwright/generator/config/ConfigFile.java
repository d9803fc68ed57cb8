package io.github.feedwright.generator.config;

import io.github.feedwright.yaml.MalformedToml;
import io.github.feedwright.yaml.MalformedYaml;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.ScriptReader;
import io.github.feedwright.yaml.Sequence;
import io.github.feedwright.yaml.TomlReader;
import io.github.feedwright.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a generator, in YAML, TOML, JSON or a programming language. Of a program
 * only lines of the form {@code key = value} and {@code key: value} are understood: it is not run.
 */
public final class ConfigFile {
  /** Hugo's permalinks of other pages than posts. */
  private static final List<String> OTHER_KINDS =
      List.of("section.", "taxonomy.", "term.", "home.");

  private final String path;
  private final String text;
  private final Map<String, Value> values;
  private final Mapping data;
  private final Map<String, Value> anyCapitals = new HashMap<>();

  private ConfigFile(String path, String text, Map<String, Value> values, Mapping data) {
    this.path = path;
    this.text = text;
    this.values = values;
    this.data = data;
    values.forEach((key, value) -> anyCapitals.putIfAbsent(small(key), value));
  }

  private static String small(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  /**
   * A value.
   *
   * @param file the path of its file
   * @param line its line, from 1
   * @param key the path of its key, as written
   * @param text the text of a plain value; else empty
   * @param items the texts of the plain values in a list; else empty
   * @param isPlain whether it is a text, a number or a word
   */
  public record Value(
      String file, int line, String key, String text, List<String> items, boolean isPlain) {
    public Value {
      items = List.copyOf(items);
    }

    private static Value of(String file, String key, Mapping.Field field) {
      String text = field.value() instanceof Scalar scalar ? scalar.text() : "";
      List<Node> items = field.value() instanceof Sequence list ? list.items() : List.of();
      List<String> texts =
          items.stream()
              .filter(Scalar.class::isInstance)
              .map(item -> ((Scalar) item).text())
              .toList();
      boolean isPlain = field.value() instanceof Scalar;
      return new Value(file, field.line(), key, text, texts, isPlain);
    }

    private Value below(String table) {
      return new Value(file, line, table + "." + key, text, items, isPlain);
    }
  }

  /**
   * Reads a file.
   *
   * @param path its path as people know it
   */
  public static ConfigFile of(String path, String text) {
    try {
      if (path.endsWith(".yml") || path.endsWith(".yaml") || path.endsWith(".json")) {
        return of(path, text, YamlReader.readRepeating(text, 1));
      }
      if (path.endsWith(".toml")) {
        return of(path, text, TomlReader.read(text, 1));
      }
    } catch (MalformedYaml | MalformedToml malformed) {
      // The generator may be more lenient; some of the file is better than nothing.
      return ofLines(path, text);
    }
    return ofLines(path, text);
  }

  private static ConfigFile of(String path, String text, Node data) {
    Map<String, Value> values = new LinkedHashMap<>();
    add(values, path, "", data);
    Mapping none = new Mapping(List.of(), 1);
    return new ConfigFile(path, text, values, data instanceof Mapping table ? table : none);
  }

  private static ConfigFile ofLines(String path, String text) {
    Map<String, Value> values = ProgramLines.values(path, text);
    List<Mapping.Field> plain = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          if (value.isPlain()) {
            Scalar scalar = new Scalar(value.text(), true, value.line());
            plain.add(new Mapping.Field(key, value.line(), scalar));
          }
        });
    return new ConfigFile(path, text, values, new Mapping(plain, 1));
  }

  /**
   * Reads a file of data: JSON, or a module of JavaScript that exports an object.
   *
   * @param path its path as people know it
   */
  public static ConfigFile ofData(String path, String text) {
    return path.endsWith(".json") ? of(path, text) : of(path, text, ScriptReader.read(text));
  }

  /** Reads a file each of whose lines is one text, those of {@code lines}. */
  public static ConfigFile ofLines(String path, List<String> lines) {
    Value all = new Value(path, 1, "lines", "", lines, false);
    return new ConfigFile(path, "", Map.of("lines", all), new Mapping(List.of(), 1));
  }

  /** A table that holds something stands for nothing by itself. */
  private static void add(Map<String, Value> values, String file, String path, Node node) {
    if (node instanceof Mapping mapping) {
      for (Mapping.Field field : mapping.fields()) {
        String key = path.isEmpty() ? field.key() : path + "." + field.key();
        boolean isFull = field.value() instanceof Mapping table && !table.fields().isEmpty();
        if (!isFull) {
          values.putIfAbsent(key, Value.of(file, key, field));
        }
        add(values, file, key, field.value());
      }
    }
  }

  /**
   * The same with another file, whose values belong below a key.
   *
   * @param key such as {@code languages.en}
   */
  public ConfigFile with(String key, ConfigFile part) {
    return with(List.of(Map.entry(key, part)));
  }

  /** The same with many others; one after the other, all values would be copied for each. */
  public ConfigFile with(List<Map.Entry<String, ConfigFile>> parts) {
    Map<String, Value> all = new LinkedHashMap<>(values);
    List<Mapping.Field> fields = new ArrayList<>(data.fields());
    for (Map.Entry<String, ConfigFile> part : parts) {
      String key = part.getKey();
      part.getValue()
          .values
          .forEach((path, value) -> all.putIfAbsent(key + "." + path, value.below(key)));
      if (!part.getValue().data.fields().isEmpty()) {
        fields.add(new Mapping.Field(key, 1, part.getValue().data));
      }
    }
    return new ConfigFile(path, text, all, new Mapping(fields, data.line()));
  }

  /** Its path, as people know it. */
  public String path() {
    return path;
  }

  /** All of it. */
  public String text() {
    return text;
  }

  /** The name of the file. */
  public String name() {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** All of its values as data, also lists and tables. */
  public Mapping data() {
    return data;
  }

  /** All values, in the order in which they were written. */
  public Collection<Value> values() {
    return Collections.unmodifiableCollection(values.values());
  }

  /** The texts of the plain values by the paths of their keys. */
  public Map<String, String> plainValues() {
    return values.entrySet().stream()
        .filter(each -> each.getValue().isPlain())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().text()));
  }

  /** Whether it has one of these keys, in any capitals. */
  public boolean has(String... keys) {
    return Arrays.stream(keys).anyMatch(key -> anyCapitals.containsKey(small(key)));
  }

  /** The text of the plain value at a path of keys, in any capitals; null if there is none. */
  public @Nullable String value(String key) {
    Value value = anyCapitals.get(small(key));
    return value == null || !value.isPlain() || value.text().isBlank()
        ? null
        : value.text().strip();
  }

  /** The texts in the list, or the one text, at a path of keys, in any capitals. */
  public List<String> texts(String key) {
    Value value = anyCapitals.get(small(key));
    String only = value(key);
    return only != null ? List.of(only) : value == null ? List.of() : value.items();
  }

  /** What is written out for a key, in any capitals; null if there is nothing. */
  public @Nullable Node node(String key) {
    return data.fields().stream()
        .filter(field -> field.key().equalsIgnoreCase(key))
        .map(Mapping.Field::value)
        .findFirst()
        .orElse(null);
  }

  /** Whether a value says that something is on. */
  public boolean isTrue(String key) {
    return "true".equalsIgnoreCase(value(key));
  }

  /** The plain values below a key by the rest of their paths. */
  public Map<String, String> table(String key) {
    String prefix = key + ".";
    Map<String, String> entries = new LinkedHashMap<>();
    values.forEach(
        (path, value) -> {
          boolean isIn =
              path.regionMatches(true, 0, prefix, 0, prefix.length())
                  && value.isPlain()
                  && !value.text().isBlank();
          String rest = isIn ? path.substring(prefix.length()) : "";
          if (isIn && OTHER_KINDS.stream().noneMatch(rest::startsWith)) {
            String name = rest.startsWith("page.") ? rest.substring("page.".length()) : rest;
            entries.putIfAbsent(name, value.text().strip());
          }
        });
    return entries;
  }
}

package io.github.feedwright.setup;

import io.github.feedwright.yaml.MalformedYaml;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain values of a configuration file, by the path of their keys in lower case, such as {@code
 * params.author}. Code is not run.
 */
final class FlatKeys {
  private static final Pattern TABLE = Pattern.compile("\\[\\[?([\\w.\"' -]+)\\]\\]?\\s*(?:#.*)?");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "([\\w.\"'-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|([\\w.+-]+))\\s*,?\\s*(?:#.*)?");
  private static final Pattern KEY = Pattern.compile("([\\w.\"'-]+)\\s*=.*");

  private FlatKeys() {}

  /**
   * A value.
   *
   * @param text null-free; empty if it is no plain value
   * @param isPlain whether it is a text, a number or a word
   */
  record Value(String text, int line, boolean isPlain) {}

  /** Of a file in YAML, else of lines {@code key = value}, as in TOML and Python. */
  static Map<String, Value> of(String fileName, String text) {
    boolean isYaml = fileName.endsWith(".yml") || fileName.endsWith(".yaml");
    return isYaml ? ofYaml(text) : ofLines(text);
  }

  private static Map<String, Value> ofYaml(String text) {
    Map<String, Value> values = new LinkedHashMap<>();
    try {
      add(values, "", YamlReader.readLeniently(text, 1), 1);
    } catch (MalformedYaml unreadable) {
      return values;
    }
    return values;
  }

  private static void add(Map<String, Value> values, String path, Node node, int line) {
    if (node instanceof Mapping mapping) {
      for (Mapping.Field field : mapping.fields()) {
        String key = field.key().toLowerCase(Locale.ROOT);
        add(values, path.isEmpty() ? key : path + "." + key, field.value(), field.line());
      }
    } else if (node instanceof Scalar scalar) {
      values.putIfAbsent(path, new Value(scalar.text(), line, true));
    } else {
      values.putIfAbsent(path, new Value("", line, false));
    }
  }

  private static Map<String, Value> ofLines(String text) {
    Map<String, Value> values = new LinkedHashMap<>();
    String table = "";
    int number = 0;
    for (String each : text.lines().toList()) {
      number++;
      String line = each.strip();
      Matcher begin = TABLE.matcher(line);
      Matcher assigned = ASSIGNED.matcher(line);
      if (begin.matches()) {
        table = name(begin.group(1)) + ".";
      } else if (assigned.matches()) {
        String value = assigned.group(2);
        value = value == null ? assigned.group(3) : value.replaceAll("\\\\(.)", "$1");
        value = value == null ? assigned.group(4) : value;
        values.putIfAbsent(table + name(assigned.group(1)), new Value(value, number, true));
      } else {
        Matcher key = KEY.matcher(line);
        if (key.matches()) {
          values.putIfAbsent(table + name(key.group(1)), new Value("", number, false));
        }
      }
    }
    return values;
  }

  private static String name(String key) {
    return key.replaceAll("[\"' ]", "").toLowerCase(Locale.ROOT);
  }
}

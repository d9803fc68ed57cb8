package io.github.feedwright.site;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** How generators fence front matter. */
enum MixedDialect {
  YAML {
    @Override
    String write(Map<String, Object> fields, String body, Random random) {
      String end = random.nextInt(4) == 0 ? "..." : "---  ";
      return lines(fields, ": ", "---\n", end + "\n\n" + body);
    }
  },
  TOML {
    @Override
    String write(Map<String, Object> fields, String body, Random random) {
      return lines(fields, " = ", "+++\n", "+++\n" + body);
    }
  },
  JSON {
    @Override
    String write(Map<String, Object> fields, String body, Random random) {
      String inside =
          fields.entrySet().stream()
              .map(field -> "  " + quoted(field.getKey()) + ": " + value(field.getValue()))
              .collect(Collectors.joining(",\n"));
      return "{\n" + inside + "\n}" + (random.nextBoolean() ? "\n;;;\n" : "\n\n") + body;
    }
  },
  METADATA {
    @Override
    String write(Map<String, Object> fields, String body, Random random) {
      StringBuilder text = new StringBuilder();
      fields.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
      return text.append('\n').append(body).toString();
    }
  };

  abstract String write(Map<String, Object> fields, String body, Random random);

  private static String lines(
      Map<String, Object> fields, String separator, String start, String end) {
    StringBuilder text = new StringBuilder(start);
    fields.forEach(
        (key, value) -> text.append(key).append(separator).append(value(value)).append('\n'));
    return text.append(end).toString();
  }

  /** Flow YAML, TOML and JSON agree on quoted texts and lists of them. */
  private static String value(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(MixedDialect::value).collect(Collectors.joining(", ", "[", "]"));
    }
    return quoted(value.toString());
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}

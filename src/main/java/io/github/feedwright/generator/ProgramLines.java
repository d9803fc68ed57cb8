package io.github.feedwright.generator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a program that assign a plain value to a name. */
final class ProgramLines {
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "[\"']?([\\w./*-]+)[\"']?\\s*[=:]\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'"
              + "|([^\\s\"'#,;{}()\\[\\]|][^\\s\"'#,;{}()\\[\\]]*))\\s*[,;]?\\s*(?:(?:#|//).*)?");
  private static final Pattern KEY = Pattern.compile("[\"']?([\\w./*-]+)[\"']?\\s*[=:].*");

  /** Longer lines are what programs wrote. */
  private static final int LONGEST = 2000;

  private ProgramLines() {}

  /** The values by name; of those that are not plain, the name alone. */
  static Map<String, ConfigFile.Value> values(String text) {
    Map<String, ConfigFile.Value> values = new LinkedHashMap<>();
    int number = 0;
    for (String each : text.lines().toList()) {
      number++;
      if (each.length() > LONGEST) {
        continue;
      }
      String line = each.strip();
      Matcher assigned = ASSIGNED.matcher(line);
      Matcher key = KEY.matcher(line);
      if (assigned.matches()) {
        values.putIfAbsent(assigned.group(1), new ConfigFile.Value(value(assigned), number, true));
      } else if (key.matches()) {
        values.putIfAbsent(key.group(1), new ConfigFile.Value("", number, false));
      }
    }
    return values;
  }

  private static String value(Matcher assigned) {
    if (assigned.group(2) != null) {
      return assigned.group(2).replaceAll("\\\\(.)", "$1");
    }
    return assigned.group(3) == null ? assigned.group(4) : assigned.group(3);
  }
}

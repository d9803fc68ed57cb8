package io.github.feedwright.generator.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a program that assign a plain value to a name. */
final class ProgramLines {
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "[\"']?([\\w./*-]+)[\"']?\\s*[=:]\\s*(?:[uU]?\"((?:[^\"\\\\]|\\\\.)*)\"|[uU]?'((?:[^'\\\\]|\\\\.)*)'"
              + "|([^\\s\"'#,;{}()\\[\\]|][^\\s\"'#,;{}()\\[\\]]*))\\s*[,;]?\\s*(?:(?:#|//).*)?");
  private static final Pattern KEY = Pattern.compile("[\"']?([\\w./*-]+)[\"']?\\s*[=:].*");

  /** Of Python: what is indented belongs to something else. */
  private static final Pattern VARIABLE =
      Pattern.compile("(\\w+)\\s*(?::[^=\"']*)?=(?!=).*", Pattern.DOTALL);

  private static final Pattern CONSTANT = Pattern.compile("True|False|None|[+-]?[\\d._]+");

  /** Longer lines are what programs wrote. */
  private static final int LONGEST = 2000;

  private ProgramLines() {}

  /**
   * The values by name; of those that are not plain, the name alone.
   *
   * @param file the path of the file
   */
  static Map<String, ConfigFile.Value> values(String file, String text) {
    Map<String, ConfigFile.Value> values = new LinkedHashMap<>();
    boolean isPython = file.endsWith(".py");
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.length() > LONGEST || (isPython && !VARIABLE.matcher(line).matches())) {
        continue;
      }
      Matcher assigned = ASSIGNED.matcher(line.strip());
      Matcher key = (isPython ? VARIABLE : KEY).matcher(line.strip());
      boolean isPlain = assigned.matches() && (!isPython || isConstant(assigned));
      if (isPlain || key.matches()) {
        String name = isPlain ? assigned.group(1) : key.group(1);
        ConfigFile.Value value =
            new ConfigFile.Value(
                file, number, name, isPlain ? value(assigned) : "", List.of(), isPlain);
        // In Python the last assignment counts, in what other files have of it the outermost.
        values.merge(name, value, (first, last) -> isPython ? last : first);
      }
    }
    return values;
  }

  /** Not the name of another variable. */
  private static boolean isConstant(Matcher assigned) {
    return assigned.group(4) == null || CONSTANT.matcher(assigned.group(4)).matches();
  }

  private static String value(Matcher assigned) {
    String quoted = assigned.group(2) == null ? assigned.group(3) : assigned.group(2);
    if (quoted != null) {
      return quoted.replaceAll("\\\\(.)", "$1");
    }
    return assigned.group(4).equals("None") ? "" : assigned.group(4);
  }
}

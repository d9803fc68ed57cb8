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

  /** Of Python: what is indented belongs to something else, but settings are in capitals. */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(\\w+|\\s+[A-Z][A-Z0-9_]+)(?:\\[[^\\]]*\\])?\\s*(?::[^=\"']*)?[+|]?=(?!=).*");

  private static final Pattern ANNOTATION = Pattern.compile("^(\\w+)\\s*:[^=\"']*=");
  private static final Pattern TEXT_OF_LINES = Pattern.compile("\"\"\"|'''");

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
    boolean isInText = false;
    for (String whole : text.lines().toList()) {
      number++;
      boolean wasInText = isInText;
      isInText ^= isPython && TEXT_OF_LINES.matcher(whole).results().count() % 2 == 1;
      if (wasInText || whole.length() > LONGEST || (isPython && !isVariable(whole, values))) {
        continue;
      }
      String line = (isPython ? ANNOTATION.matcher(whole).replaceFirst("$1 =") : whole).strip();
      Matcher assigned = ASSIGNED.matcher(line);
      Matcher key = (isPython ? VARIABLE : KEY).matcher(line);
      boolean isPlain =
          assigned.matches()
              && (!isPython || (isConstant(assigned) && whole.indexOf(line.charAt(0)) == 0));
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

  /** What is assigned only sometimes does not count where it is always something else. */
  private static boolean isVariable(String line, Map<String, ConfigFile.Value> values) {
    Matcher variable = VARIABLE.matcher(line);
    if (!variable.matches()) {
      return false;
    }
    ConfigFile.Value always = values.get(variable.group(1).strip());
    return !line.startsWith(" ") || always == null || always.text().isBlank();
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

package io.github.feedwright.setup;

import io.github.feedwright.generator.ConfigFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The languages of a site that has several, as Hugo and Zola have them: a table for each. */
final class FormerLanguages {
  private static final Pattern TABLE =
      Pattern.compile(
          "languages\\.([a-z]{2,3}(?:[-_][a-z0-9]+)*)(?:\\..*)?", Pattern.CASE_INSENSITIVE);

  private FormerLanguages() {}

  /**
   * Their tags in the order of the file; none for a site in one language.
   *
   * @param file the name of the file
   * @param report gets a line on what was taken, or what could not be
   */
  static List<String> of(String file, Map<String, ConfigFile.Value> found, List<String> report) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    found.forEach(
        (key, value) -> {
          Matcher table = TABLE.matcher(key);
          if (table.matches()) {
            lines.merge(table.group(1).replace('_', '-'), value.line(), Math::min);
          }
        });
    List<String> tags = new ArrayList<>(lines.keySet());
    tags.sort(Comparator.comparing(lines::get));
    ConfigFile.Value list = found.get("languages");
    if (tags.size() > 1) {
      report.add(
          file
              + ":"
              + lines.get(tags.get(0))
              + ": languages is languages: "
              + String.join(", ", tags));
      return tags;
    }
    if (list != null) {
      report.add(
          file
              + ":"
              + list.line()
              + ": languages is not taken; write languages: [en, fr] yourself");
    }
    return List.of();
  }
}

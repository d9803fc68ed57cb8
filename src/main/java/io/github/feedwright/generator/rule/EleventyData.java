package io.github.feedwright.generator.rule;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What Eleventy's data for all files of a folder, such as {@code blog/blog.json}, say of them. */
public final class EleventyData {
  private EleventyData() {}

  /** The key below which a configuration has the data of a folder. */
  public static String dataOf(String folder) {
    return "data/" + folder;
  }

  /** Those that the data of folders state, the innermost first. */
  public static PermalinkPatterns permalinks(Map<String, String> configured) {
    Map<String, String> stated = new TreeMap<>(Comparator.reverseOrder());
    configured.forEach(
        (key, value) -> {
          if (key.startsWith(dataOf("")) && key.endsWith(".permalink") && !value.equals("false")) {
            String folder =
                key.substring(dataOf("").length(), key.length() - ".permalink".length());
            stated.put(folder, EleventyTemplates.pattern(value));
          }
        });
    return PermalinkPatterns.of(stated);
  }

  /** Whether the data of a folder that a file is in hide it. */
  public static boolean hides(String path, Map<String, String> configured) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String data = dataOf(path.substring(0, slash)) + ".";
      if ("false".equals(configured.get(data + "permalink"))
          || "true".equals(configured.get(data + "eleventyExcludeFromCollections"))
          || "true".equals(configured.get(data + "draft"))) {
        return true;
      }
    }
    return false;
  }
}

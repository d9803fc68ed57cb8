package io.github.feedwright.generator.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Eleventy's data for the files of a folder, such as {@code blog/blog.json}, or for one file,
 * {@code blog/post.json}, say of them.
 */
public final class EleventyData {
  /** Of all content. */
  public static final String ALL = "*";

  /** Of every template, by the names of their files. */
  private static final String GLOBAL = "_data";

  private static final Map<String, String> HIDING =
      Map.of("permalink", "false", "eleventyExcludeFromCollections", "true", "draft", "true");

  private EleventyData() {}

  /**
   * The key below which a configuration has data.
   *
   * @param section the folder that they are of, {@link #ALL}, or {@link #ofFile}
   */
  public static String dataOf(String section) {
    return "data/" + section;
  }

  /** The section of one file alone, by its path without what comes after the dot. */
  public static String ofFile(String path) {
    return path + ".*";
  }

  /** The section of what every template can show below a name: {@code _data/name.json}. */
  public static String global(String name) {
    return GLOBAL + "." + name;
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

  /**
   * Why the data of the folders that a file is in hide it; null if they do not. Of a key, the
   * innermost value counts.
   *
   * @param own the keys that the file itself states, which win
   */
  public static @Nullable String hides(
      String path, Map<String, String> configured, List<String> own) {
    return HIDING.entrySet().stream()
            .filter(each -> !own.contains(each.getKey()))
            .anyMatch(each -> each.getValue().equals(value(each.getKey(), path, configured)))
        ? "the data of its folder hide it"
        : null;
  }

  private static @Nullable String value(String key, String path, Map<String, String> configured) {
    int dot = path.lastIndexOf('.');
    String section = ofFile(dot < 0 ? path : path.substring(0, dot));
    String value = configured.get(dataOf(section) + "." + key);
    for (int slash = path.lastIndexOf('/');
        value == null && slash > 0;
        slash = path.lastIndexOf('/', slash - 1)) {
      value = configured.get(dataOf(path.substring(0, slash)) + "." + key);
    }
    return value == null ? configured.get(dataOf(ALL) + "." + key) : value;
  }
}

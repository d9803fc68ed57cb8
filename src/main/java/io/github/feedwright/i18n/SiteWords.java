package io.github.feedwright.i18n;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.text.Spelling;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words of a site's pages, and where its own ones come from.
 *
 * @param file the file with its own words, or null if it has none
 * @param words the words
 * @param problems what is missing in the file, or not understood
 */
public record SiteWords(@Nullable Path file, Words words, List<Problem> problems) {
  private static final int MOST_NAMED = 5;

  public SiteWords {
    problems = List.copyOf(problems);
  }

  /** The words of a site without own ones: German for every German, else English. */
  public static SiteWords of(String language, @Nullable Path file) {
    return new SiteWords(file, Words.of(language), List.of());
  }

  /**
   * The words that a file has, and those of {@link #of} where it has none.
   *
   * @param text the file, as {@link Properties} reads it
   */
  public static SiteWords read(String language, Path file, String text) {
    Words usual = Words.of(language);
    Map<String, String> own = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    String name = String.valueOf(file.getFileName());
    for (Map.Entry<String, String> each : properties(name, text, problems).entrySet()) {
      if (!Words.keys().contains(each.getKey())) {
        problems.add(problem(name, line(text, each.getKey()), unknown(each.getKey())));
      } else if (!each.getValue().isBlank()) {
        own.put(each.getKey(), each.getValue());
      }
    }
    if (!isSpoken(usual, language) && !own.keySet().containsAll(Words.keys())) {
      problems.add(problem(name, 1, missing(own)));
    }
    Map<String, String> all = new HashMap<>(usual.texts());
    all.putAll(own);
    return new SiteWords(file, own.isEmpty() ? usual : new Words(language, all), problems);
  }

  /** The same without what cannot be read. */
  public static SiteWords unreadable(String language, Path file, String reason) {
    Problem problem = problem(String.valueOf(file.getFileName()), 1, reason);
    return new SiteWords(file, Words.of(language), List.of(problem));
  }

  private static Problem problem(String name, int line, String message) {
    return Problem.warning(name, line, Kind.CONFIGURATION, message);
  }

  private static Map<String, String> properties(String name, String text, List<Problem> problems) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException malformed) {
      problems.add(problem(name, 1, "a \\u is not followed by four hexadecimal digits"));
    }
    Map<String, String> texts = new HashMap<>();
    read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
    return texts;
  }

  private static int line(String text, String key) {
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).stripLeading().startsWith(key)) {
        return at + 1;
      }
    }
    return 1;
  }

  private static boolean isSpoken(Words words, String language) {
    return words.language().equals(Locale.forLanguageTag(language).getLanguage());
  }

  private static String unknown(String key) {
    return Quoted.of(key)
        + ": pages have no such word"
        + Spelling.nearest(key, Words.keys())
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
  }

  private static String missing(Map<String, String> own) {
    TreeSet<String> missing = new TreeSet<>(Words.keys());
    missing.removeAll(own.keySet());
    String named = String.join(", ", missing.stream().limit(MOST_NAMED).toList());
    String more =
        missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : "";
    return "missing words, which are in English: " + named + more;
  }
}

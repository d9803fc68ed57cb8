package io.github.feedwright.generator.rule;

import io.github.feedwright.text.LatinLetters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hexo's slugs: signs and blanks become hyphens. */
public final class HexoSlug {
  private static final Pattern REFUSED =
      Pattern.compile("[\\s~`!@#$%^&*()\\-_+=\\[\\]{}|\\\\;:\"'<>,.?/]+");
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");

  private HexoSlug() {}

  /** The slug of a title. */
  public static String of(String text) {
    return words(text).toLowerCase(Locale.ROOT);
  }

  /** Each is below the one before; those of a post without any are what it calls them. */
  public static String ofCategories(List<String> names) {
    return names.isEmpty()
        ? "uncategorized"
        : names.stream().map(HexoSlug::words).collect(Collectors.joining("/"));
  }

  private static String words(String text) {
    String words = REFUSED.matcher(LatinLetters.of(text)).replaceAll("-");
    return ENDS.matcher(words).replaceAll("");
  }
}

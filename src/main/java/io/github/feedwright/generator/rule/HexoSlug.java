package io.github.feedwright.generator.rule;

import io.github.feedwright.text.LatinLetters;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hexo's slugs: signs and blanks become hyphens. */
public final class HexoSlug {
  private static final Pattern REFUSED =
      Pattern.compile("[\\s~`!@#$%^&*()\\-_+=\\[\\]{}|\\\\;:\"'<>,.?/]+");
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");

  private HexoSlug() {}

  /** The slug of a title. */
  public static String of(String text) {
    String words = REFUSED.matcher(LatinLetters.of(text)).replaceAll("-");
    return ENDS.matcher(words).replaceAll("").toLowerCase(Locale.ROOT);
  }
}

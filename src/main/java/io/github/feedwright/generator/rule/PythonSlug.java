package io.github.feedwright.generator.rule;

import io.github.feedwright.text.LatinLetters;
import java.util.Locale;
import java.util.regex.Pattern;

/** The slugs of Pelican and Nikola. */
public final class PythonSlug {
  private static final Pattern REFUSED = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}_\\s-]");
  private static final Pattern BLANKS = Pattern.compile("[-\\s]+");

  private PythonSlug() {}

  /** Blanks become hyphens; what is neither a letter, a digit nor an underscore goes. */
  public static String of(String text) {
    String kept = REFUSED.matcher(LatinLetters.of(text)).replaceAll("").strip();
    return BLANKS.matcher(kept).replaceAll("-").toLowerCase(Locale.ROOT);
  }
}

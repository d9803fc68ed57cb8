package io.github.feedwright.generator.rule;

import io.github.feedwright.text.LatinLetters;
import java.util.Locale;
import java.util.regex.Pattern;

/** The slugs of Zola and Middleman: words in lower case with a hyphen between them. */
public final class HyphenSlug {
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");

  private HyphenSlug() {}

  /**
   * The slug of a text.
   *
   * @param kept what belongs to words beside letters and digits, as in {@code [_]}
   */
  public static String of(String text, String kept) {
    Pattern refused = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}" + kept + "]+");
    String words = refused.matcher(LatinLetters.of(text).toLowerCase(Locale.ROOT)).replaceAll("-");
    return ENDS.matcher(words).replaceAll("");
  }
}

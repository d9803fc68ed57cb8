package io.github.feedwright.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern that begins with a literal text, which is much faster to search for. */
public final class PrefixedPattern {
  private final String prefix;
  private final Pattern pattern;

  private PrefixedPattern(String prefix, Pattern pattern) {
    this.prefix = prefix;
    this.pattern = pattern;
  }

  /**
   * A pattern.
   *
   * @param prefix the literal text, not empty
   * @param rest the pattern for what follows it; bounded, because each prefix is tried
   */
  public static PrefixedPattern of(String prefix, String rest) {
    return new PrefixedPattern(prefix, Pattern.compile(Pattern.quote(prefix) + rest));
  }

  /** Whether a text contains a match. */
  public boolean isIn(String text) {
    int at = text.indexOf(prefix);
    if (at < 0) {
      return false;
    }
    Matcher matcher = pattern.matcher(text);
    while (at >= 0 && !matcher.region(at, text.length()).lookingAt()) {
      at = text.indexOf(prefix, at + 1);
    }
    return at >= 0;
  }
}

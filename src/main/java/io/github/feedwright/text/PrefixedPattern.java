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
  public boolean isIn(CharSequence text) {
    String whole = text.toString();
    int at = whole.indexOf(prefix);
    if (at < 0) {
      return false;
    }
    Matcher matcher = pattern.matcher(text);
    while (at >= 0 && !matcher.region(at, whole.length()).lookingAt()) {
      at = whole.indexOf(prefix, at + 1);
    }
    return at >= 0;
  }
}

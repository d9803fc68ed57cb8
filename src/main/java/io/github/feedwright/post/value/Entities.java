package io.github.feedwright.post.value;

import io.github.feedwright.text.CharacterReferences;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Character references in names: imports from WordPress, Blogger and Movable Type have them. They
 * are decoded first, because names identify terms.
 */
public final class Entities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));");

  private Entities() {}

  /** The text with every known reference decoded, once. */
  public static String decode(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(MatchResult found) {
    if (found.group(3) != null) {
      String named = CharacterReferences.named(found.group(3));
      return named.isEmpty() ? found.group() : named;
    }
    int point =
        found.group(1) != null
            ? Integer.parseInt(found.group(1))
            : Integer.parseInt(found.group(2), 16);
    boolean isText = Character.isDefined(point) && !Character.isISOControl(point);
    return isText && !isSurrogate(point) ? Character.toString(point) : found.group();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}

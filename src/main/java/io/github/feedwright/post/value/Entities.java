package io.github.feedwright.post.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Character references in names: imports from WordPress, Blogger and Movable Type have them. They
 * are decoded first, because names identify terms.
 */
public final class Entities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|([A-Za-z][A-Za-z0-9]{1,7}));");

  /** HTML 4.01, section 24.2: the names of U+00A0 to U+00FF, in order. */
  private static final List<String> LATIN_1 =
      List.of(
          ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg"
                  + " plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12"
                  + " frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave"
                  + " Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc"
                  + " Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave"
                  + " aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave"
                  + " iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash"
                  + " ugrave uacute ucirc uuml yacute thorn yuml")
              .split(" "));

  private static final Map<String, String> NAMED = named();

  private Entities() {}

  private static Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    for (int at = 0; at < LATIN_1.size(); at++) {
      named.put(LATIN_1.get(at), Character.toString(0xA0 + at));
    }
    named.putAll(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'"));
    named.putAll(Map.of("ndash", "–", "mdash", "—", "hellip", "…", "bull", "•", "trade", "™"));
    named.putAll(Map.of("lsquo", "‘", "rsquo", "’", "ldquo", "“", "rdquo", "”", "euro", "€"));
    return Map.copyOf(named);
  }

  /** The text with every known reference decoded, once. */
  public static String decode(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(MatchResult found) {
    if (found.group(3) != null) {
      return NAMED.getOrDefault(found.group(3), found.group());
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

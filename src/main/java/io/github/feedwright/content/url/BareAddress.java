package io.github.feedwright.content.url;

import org.jspecify.annotations.Nullable;

/**
 * An address in running text, by GitHub's rules for extended autolinks.
 *
 * @param start the index of its first character
 * @param end the index after its last
 * @param prefix what must be put before it to make a URL
 */
public record BareAddress(int start, int end, String prefix) {
  private static final String NEVER_WITHIN = "<>\"`|\\^{}";
  private static final String NEVER_LAST = "?!.,:;*_~'";
  private static final String WEB = "://";

  /** The maximum length of a mail address before its {@code @} (RFC 5321 section 4.5.3.1.1). */
  private static final int LONGEST_NAME = 64;

  private static final int LONGEST_HOST = 255;

  /** The first address at or after an index, or null. */
  public static @Nullable BareAddress next(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      BareAddress found = null;
      if (c == ':' && text.startsWith(WEB, at)) {
        found = web(text, from, at);
      } else if (c == '@') {
        found = mail(text, from, at);
      } else if (c == 'w' && text.startsWith("www.", at) && isBoundary(text, at)) {
        int end = end(text, at);
        int dot = text.indexOf('.', at + 5);
        found = dot > 0 && dot < end - 1 ? new BareAddress(at, end, "http://") : null;
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable BareAddress web(String text, int from, int colon) {
    for (String scheme : new String[] {"https", "http"}) {
      int start = colon - scheme.length();
      if (start >= from
          && text.regionMatches(true, start, scheme, 0, scheme.length())
          && isBoundary(text, start)) {
        int host = colon + WEB.length();
        // Checked first: searching again and again for the end of something that is not an address
        // would be quadratic.
        return host < text.length() && Character.isLetterOrDigit(text.codePointAt(host))
            ? new BareAddress(start, end(text, host), "")
            : null;
      }
    }
    return null;
  }

  private static @Nullable BareAddress mail(String text, int from, int sign) {
    int start = sign;
    while (start > from && sign - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
      start--;
    }
    int end = sign + 1;
    while (end < text.length()
        && end - sign <= LONGEST_HOST
        && (isAscii(text.charAt(end)) || "-_.".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    while (end > sign + 1 && text.charAt(end - 1) == '.') {
      end--;
    }
    boolean known =
        start < sign
            && isBoundary(text, start)
            && text.substring(sign, end).matches("@[^.]+(?:\\.[^.]+)+")
            && isAscii(text.charAt(end - 1));
    return known ? new BareAddress(start, end, "mailto:") : null;
  }

  private static boolean isName(char c) {
    return isAscii(c) || "._+-".indexOf(c) >= 0;
  }

  private static boolean isAscii(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static boolean isBoundary(String text, int start) {
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    return !Character.isLetterOrDigit(before) && before != '/';
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && isWithin(text.charAt(end))) {
      end++;
    }
    int open = count(text, '(', from, end);
    int close = count(text, ')', from, end);
    while (end > from) {
      char last = text.charAt(end - 1);
      if (last == ')' && close > open) {
        close--;
      } else if (NEVER_LAST.indexOf(last) < 0) {
        return end;
      }
      end--;
    }
    return end;
  }

  private static boolean isWithin(char c) {
    return c > 0x7f
        ? Character.isLetterOrDigit(c) || Character.isSurrogate(c)
        : c > ' ' && c != 0x7f && NEVER_WITHIN.indexOf(c) < 0;
  }

  private static int count(String text, char wanted, int from, int end) {
    return (int) text.substring(from, end).chars().filter(c -> c == wanted).count();
  }
}

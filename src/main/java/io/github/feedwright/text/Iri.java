package io.github.feedwright.text;

import java.util.regex.Pattern;

/** Names that hold everywhere, as RFC 3987 writes them. */
public final class Iri {
  /** RFC 3987, section 2.2: characters that an IRI may contain and a URI may not. */
  private static final String UNICODE =
      "\\x{A0}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFEF}"
          + "\\x{10000}-\\x{1FFFD}\\x{20000}-\\x{2FFFD}\\x{30000}-\\x{EFFFD}";

  /** A scheme, a colon, and characters of a URI, {@code %} before two hexadecimal digits alone. */
  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;="
              + UNICODE
              + "]|%[0-9A-Fa-f]{2})++");

  private Iri() {}

  /** Whether a text names something by itself (RFC 3987, section 2.2), with a scheme. */
  public static boolean isAbsolute(String text) {
    return ABSOLUTE.matcher(text).matches();
  }

  /**
   * Any text as an IRI: itself where it is one; else below a {@code tag:} URI, percent-encoded, and
   * the same for ever. A {@code tag:} URI may hold what a query may (RFC 4151, section 2.1).
   *
   * @param base the URI without its last colon, such as {@code tag:blog.example.org,2013}
   */
  public static String of(String text, String base) {
    return isAbsolute(text) ? text : base + ":" + PercentEncoding.query(text);
  }
}

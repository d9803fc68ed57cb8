package io.github.feedwright.text;

/** Text whose every code point is allowed in a feed or a page. */
public final class XmlText {
  /** The characters of Windows-1252 at 0x80 to 0x9F: what an author of these code points meant. */
  private static final String WINDOWS_1252 =
      "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0"
          + "\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178";

  private XmlText() {}

  /**
   * The text without what XML 1.0 section 2.2 or an HTML5 tokenizer rejects. Tab and newline stay;
   * U+0080 to U+009F become the characters of Windows-1252; U+FFFD, the sign of a lost character,
   * becomes a question mark.
   */
  public static String of(String text) {
    int clean = cleanPrefix(text);
    if (clean == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, clean);
    text.codePoints().skip(text.codePointCount(0, clean)).forEach(point -> append(out, point));
    return out.toString();
  }

  private static int cleanPrefix(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t' || (c >= 0xa0 && c < 0xd800))) {
        return i;
      }
    }
    return text.length();
  }

  private static void append(StringBuilder out, int point) {
    if (point >= 0x80 && point <= 0x9f) {
      char meant = WINDOWS_1252.charAt(point - 0x80);
      if (meant != 0) {
        out.append(meant);
      }
    } else if (point == 0xfffd) {
      out.append('?');
    } else if (allowed(point)) {
      out.appendCodePoint(point);
    }
  }

  private static boolean allowed(int point) {
    if (point < 0xa0) {
      return point == '\t' || point == '\n' || (point >= 0x20 && point < 0x7f);
    }
    boolean surrogate = point >= 0xd800 && point <= 0xdfff;
    boolean nonCharacter = (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) == 0xfffe;
    return !surrogate && !nonCharacter;
  }
}

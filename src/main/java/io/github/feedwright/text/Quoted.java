package io.github.feedwright.text;

/** An author's text as messages show it: on one line, and only its beginning. */
public final class Quoted {
  /** In code points. */
  private static final int LONGEST = 60;

  /** In characters; what follows cannot be seen, and a text may be a mebibyte of blanks. */
  private static final int LOOKED_AT = 16 * LONGEST;

  private Quoted() {}

  /** The text in double quotes. */
  public static String of(String text) {
    return '"' + shortened(text) + '"';
  }

  /** The text on one line; {@code …} ends one that is longer than 60 code points. */
  public static String shortened(String text) {
    boolean isLong = text.length() > LOOKED_AT;
    String line = OneLine.of(isLong ? text.substring(0, LOOKED_AT) : text);
    int points = line.codePointCount(0, line.length());
    return points <= LONGEST && !isLong
        ? line
        : line.substring(0, line.offsetByCodePoints(0, Math.min(points, LONGEST))) + "…";
  }
}

package io.github.feedwright.generator.rule;

/** Hugo's rule for paths. */
public final class HugoSlug {
  private static final String KEPT = "./\\_#+~-@";

  private HugoSlug() {}

  /** Blanks become hyphens, what is neither a letter nor one of a few goes. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean isAfterBlank = false;
    boolean isAfterHyphen = false;
    for (int point : text.codePoints().toArray()) {
      if (isKept(point)) {
        isAfterHyphen = point == '-';
        if (isAfterBlank && !isAfterHyphen) {
          out.append('-');
        }
        isAfterBlank = false;
        // As Go does: a capital sigma at an end, or an I with a dot, has no rule of its own.
        out.appendCodePoint(Character.toLowerCase(point));
      } else if (!out.isEmpty() && !isAfterHyphen && Character.isWhitespace(point)) {
        isAfterBlank = true;
      }
    }
    return out.toString();
  }

  private static boolean isKept(int point) {
    return KEPT.indexOf(point) >= 0
        || Character.isLetter(point)
        || Character.isDigit(point)
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }
}

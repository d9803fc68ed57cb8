package io.github.feedwright.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The path segment of a term's name: names with the same slug are one term.
 *
 * <p>Letters, marks and digits of every script stay, so that {@code 日本語} is readable in an address;
 * {@code C}, {@code C++}, {@code C#} and {@code .NET} give four different slugs.
 */
public final class Slug {
  private Slug() {}

  /** The slug of a name; never empty for a name that is not empty. */
  public static String of(String name) {
    if (isSlug(name)) {
      return name;
    }
    String slug = join(Nfc.of(Nfc.of(name.strip()).toLowerCase(Locale.ROOT)));
    // A name without letters or digits still needs its own path, and the same one everywhere.
    return slug.isEmpty()
        ? "~" + HexFormat.of().formatHex(Nfc.of(name).getBytes(StandardCharsets.UTF_8))
        : slug;
  }

  /** Most real names are their own slug: ASCII letters and digits with hyphens between them. */
  private static boolean isSlug(String name) {
    char before = '-';
    for (int at = 0; at < name.length(); at++) {
      char sign = name.charAt(at);
      boolean stands = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
      if (!stands && (sign != '-' || before == '-')) {
        return false;
      }
      before = sign;
    }
    return before != '-';
  }

  private static String join(String name) {
    StringBuilder slug = new StringBuilder(name.length());
    int[] points = name.codePoints().toArray();
    for (int at = 0; at < points.length; at++) {
      append(slug, points, at);
    }
    int end = slug.length();
    return end > 0 && slug.charAt(end - 1) == '-' ? slug.substring(0, end - 1) : slug.toString();
  }

  private static void append(StringBuilder slug, int[] points, int at) {
    int point = points[at];
    if (stands(point) || point == '+' || isInnerDot(points, at)) {
      slug.appendCodePoint(point);
    } else if (point == '&') {
      slug.append("and");
    } else if (point == '#' && at > 0 && Character.isLetter(points[at - 1])) {
      slug.append("-sharp");
    } else if (point == '.' && at == 0) {
      slug.append("dot-");
    } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
      slug.append('-');
    }
  }

  private static boolean isInnerDot(int[] points, int at) {
    return points[at] == '.'
        && at > 0
        && at < points.length - 1
        && Character.isLetterOrDigit(points[at - 1])
        && Character.isLetterOrDigit(points[at + 1]);
  }

  private static boolean stands(int point) {
    return Character.isLetterOrDigit(point)
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }
}

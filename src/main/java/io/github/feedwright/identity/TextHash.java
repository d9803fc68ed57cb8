package io.github.feedwright.identity;

import io.github.feedwright.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A hash of a text that ignores the form of line ends and surrounding blanks. */
public final class TextHash {
  /** In characters: many posts share a shorter text, such as an empty one. */
  private static final int SHORTEST = 64;

  /** In UTF-8, for a {@code char}. */
  private static final int MOST_BYTES = 3;

  private static final int FENCE = 3;
  private static final int BYTES = 16;
  private static final Pattern LINE_END = Pattern.compile("[ \\t]*\\r?\\n|\\r");

  private TextHash() {}

  /** The hash of a text in 32 hexadecimal digits, with {@code -} before it for a short text. */
  public static String of(String text) {
    String stripped = text.strip();
    boolean isPlain =
        stripped.indexOf('\r') < 0 && !stripped.contains(" \n") && !stripped.contains("\t\n");
    String lines = isPlain ? stripped : LINE_END.matcher(stripped).replaceAll("\n");
    String hash = hex(digest(lines));
    return stripped.length() < SHORTEST ? "-" + hash : hash;
  }

  /** The hash of a text in UTF-8. */
  public static String of(byte[] utf8) {
    int start = 0;
    int end = utf8.length;
    while (start < end && isBlank(utf8[start])) {
      start++;
    }
    while (start < end && isBlank(utf8[end - 1])) {
      end--;
    }
    boolean isLong = end - start >= MOST_BYTES * SHORTEST;
    return isLong && utf8[start] > 0 && utf8[end - 1] > 0 && isPlain(utf8, start, end)
        ? hex(Sha256.of(utf8, start, end))
        : of(new String(utf8, StandardCharsets.UTF_8));
  }

  private static boolean isPlain(byte[] utf8, int start, int end) {
    for (int i = start; i < end; i++) {
      byte each = utf8[i];
      if (each == '\r' || (each == '\n' && (utf8[i - 1] == ' ' || utf8[i - 1] == '\t'))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is one of those of ASCII's characters that {@link String#strip} removes. */
  private static boolean isBlank(byte each) {
    return each >= 0 && Character.isWhitespace(each);
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  /** The hash of a file's text without a block between two fences, whatever is in the block. */
  public static String ofFile(String file) {
    String start = file.stripLeading();
    boolean isFenced = start.startsWith("---") || start.startsWith("+++");
    int end = isFenced ? start.indexOf("\n" + start.substring(0, FENCE), FENCE) : -1;
    return of(end < 0 ? file : start.substring(end + 1 + FENCE));
  }

  /** Whether a hash is of a text that is long enough to identify one post. */
  public static boolean identifies(String hash) {
    return !hash.isEmpty() && hash.charAt(0) != '-';
  }

  /** The SHA-256 of a text in UTF-8. */
  public static byte[] digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}

package io.github.feedwright.identity;

import io.github.feedwright.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A hash of a text that ignores the form of line ends and surrounding blanks. */
public final class TextHash {
  /** In characters: many posts share a shorter text, such as an empty one. */
  private static final int SHORTEST = 64;

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
    String hash = HexFormat.of().formatHex(digest(lines), 0, BYTES);
    return stripped.length() < SHORTEST ? "-" + hash : hash;
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

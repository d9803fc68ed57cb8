package io.github.feedwright.post.frontmatter;

import io.github.feedwright.problem.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A file's bytes as text: strictly UTF-8, with line ends as {@code \n}. */
public final class DecodedText {
  private static final String HOW = "; save the file as UTF-8";

  private DecodedText() {}

  /**
   * Decodes a file.
   *
   * @throws UnreadablePost if the bytes are not UTF-8, or contain a NUL
   */
  public static String decode(byte[] bytes) throws UnreadablePost {
    if (isUtf32(bytes) || isUtf16(bytes)) {
      String encoding = isUtf32(bytes) ? "UTF-32" : "UTF-16";
      throw new UnreadablePost(Kind.FILE, 1, "the file looks like " + encoding + HOW);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The decoder puts U+FFFD in place of invalid bytes; a file may also contain a real one.
    if (text.indexOf('\uFFFD') >= 0) {
      refuseMalformed(bytes);
    }
    if (isPlain(bytes)) {
      return text;
    }
    String normalised = normalised(text);
    int nul = normalised.indexOf('\0');
    if (nul >= 0) {
      int line = lines(normalised, nul);
      throw new UnreadablePost(
          Kind.FILE,
          line,
          "the file contains a NUL byte, so it is not text; remove it or the file");
    }
    return normalised;
  }

  /**
   * Whether there is nothing to normalise or to refuse in UTF-8: to look at bytes is faster than to
   * search the text three times. A byte-order mark begins with 0xEF.
   */
  private static boolean isPlain(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0 || each == '\r' || each == (byte) 0xEF) {
        return false;
      }
    }
    return true;
  }

  /**
   * Without byte-order marks, with line ends as {@code \n}. A mark amid a text comes from files
   * that were joined, is invisible, and would become part of a key or a value.
   */
  public static String normalised(String text) {
    String unmarked = text.replace("\uFEFF", "");
    return unmarked.indexOf('\r') < 0
        ? unmarked
        : unmarked.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The line, from 1, of a position. */
  static int lines(String text, int end) {
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }

  private static void refuseMalformed(byte[] bytes) throws UnreadablePost {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      if (hasNul(bytes)) {
        throw new UnreadablePost(Kind.FILE, 1, "the file is not text; save the post as UTF-8");
      }
      int bad = bytes[in.position()] & 0xFF;
      String before = normalised(out.flip().toString());
      throw new UnreadablePost(
          Kind.FILE, lines(before, before.length()), "the byte " + hex(bad) + guess(bad) + HOW);
    }
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }

  private static String hex(int value) {
    return "0x" + Integer.toHexString(value).toUpperCase(Locale.ROOT);
  }

  private static String guess(int bad) {
    String encoding = bad < 0xA0 ? "Windows-1252" : "Latin-1";
    return " is not UTF-8 here (the file looks like " + encoding + ")";
  }

  /** A Latin letter in UTF-16; a control character next to a NUL is not one. */
  private static boolean isNulAndText(int first, int second) {
    return (first == 0 && second >= '\t') || (second == 0 && first >= '\t');
  }

  /** By its first four bytes: its byte-order mark or a character. */
  private static boolean isUtf32(byte[] bytes) {
    if (bytes.length < 4) {
      return false;
    }
    int first = ByteBuffer.wrap(bytes).getInt();
    return isInOneUnit(first) || isInOneUnit(Integer.reverseBytes(first));
  }

  /** Whether UTF-16 writes this character or mark in two bytes. */
  private static boolean isInOneUnit(int code) {
    return code >= '\t' && code <= Character.MAX_VALUE;
  }

  /** By its byte-order mark, or by the zero byte in every Latin letter. */
  private static boolean isUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean marked = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
    return marked
        || (isNulAndText(first, second)
            && bytes.length > 3
            && isNulAndText(bytes[2] & 0xFF, bytes[3] & 0xFF));
  }
}

package io.github.feedwright.content.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Percent-encoding (RFC 3986 section 2.1). */
public final class Percent {
  private static final String UNRESERVED = "-._~";

  /** What a path may contain besides letters and digits. */
  static final String PATH = UNRESERVED + "!$&'()*+,;=:@/";

  /** What a query or a fragment may contain besides letters and digits. */
  public static final String QUERY = PATH + "?";

  /** What one segment of a file's path may contain besides letters and digits. */
  private static final String FILE = UNRESERVED + "!$&'()*+,;=@/";

  private static final String HEX = "0123456789ABCDEF";

  private Percent() {}

  /**
   * Encodes every character that is not allowed. What is already encoded stays so, in upper case,
   * unless it need not be: {@code %7e} and {@code ~} mean the same URL and become the same text.
   */
  public static String encode(String text, String allowed) {
    if (plain(text, allowed)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    byte[] bytes = text.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] & 0xff;
      int encoded = octet == '%' ? octet(bytes, i) : -1;
      if (encoded >= 0) {
        append(out, encoded, UNRESERVED);
        i += 2;
      } else {
        append(out, octet, allowed);
      }
    }
    return out.toString();
  }

  /** A file's path as the path of a URL. */
  static String ofFile(String path) {
    return encode(path.replace("%", "%25"), FILE);
  }

  /** The text with every encoded octet decoded as UTF-8. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int encoded = bytes[i] == '%' ? octet(bytes, i) : -1;
      out.write(encoded >= 0 ? encoded : bytes[i]);
      i += encoded >= 0 ? 2 : 0;
    }
    return out.toString(UTF_8);
  }

  private static boolean plain(String text, String allowed) {
    for (int i = 0; i < text.length(); i++) {
      if (!stands(text.charAt(i), allowed)) {
        return false;
      }
    }
    return true;
  }

  private static boolean stands(int c, String allowed) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || allowed.indexOf(c) >= 0;
  }

  private static void append(StringBuilder out, int octet, String allowed) {
    if (stands(octet, allowed)) {
      out.append((char) octet);
    } else {
      out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
    }
  }

  private static int octet(byte[] bytes, int at) {
    if (at + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[at + 1], 16);
    int low = Character.digit(bytes[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}

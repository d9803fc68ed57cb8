package io.github.feedwright.settings;

import java.nio.charset.StandardCharsets;

/**
 * The normal form of percent-encoding (RFC 3986, section 6.2.2), so that equal paths are equal
 * texts.
 */
final class PercentEncoding {
  private static final String UNRESERVED_SIGNS = "-._~";
  private static final String KEPT_SIGNS = "!$&'()*+,;=:@/";

  private PercentEncoding() {}

  /** A path, or a query, in which {@code ?} stands too. */
  static String normalised(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at++) {
      int octet = bytes[at] & 0xff;
      int encoded = octet == '%' ? encodedOctet(bytes, at) : -1;
      if (encoded >= 0) {
        at += 2;
        append(normal, encoded, isUnreserved(encoded));
      } else {
        append(
            normal, octet, isUnreserved(octet) || KEPT_SIGNS.indexOf(octet) >= 0 || octet == '?');
      }
    }
    return normal.toString();
  }

  private static void append(StringBuilder normal, int octet, boolean asItIs) {
    if (asItIs) {
      normal.append((char) octet);
    } else {
      normal.append('%').append("%02X".formatted(octet));
    }
  }

  private static int encodedOctet(byte[] bytes, int percent) {
    if (percent + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[percent + 1], 16);
    int low = Character.digit(bytes[percent + 2], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static boolean isUnreserved(int octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || UNRESERVED_SIGNS.indexOf(octet) >= 0;
  }
}

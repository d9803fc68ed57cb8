package io.github.feedwright.library;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Percent-encoding of UTF-8 (RFC 3986, section 2.1), upper-case hex. */
public final class PercentEncoding {
  private static final String UNRESERVED_SIGNS = "-._~";
  private static final BitSet PATH = signs("!$&'()*+,;=:@/");
  private static final BitSet URI = signs("!$&'()*+,;=:@/?#[]%");

  private PercentEncoding() {}

  /** A decoded path, encoded: {@code %}, {@code ?} and {@code #} in it are part of a name. */
  public static String path(String decoded) {
    return encode(decoded, PATH);
  }

  /** A URI as people write it, with what may not stand in one encoded; {@code %} stands. */
  public static String uri(String written) {
    return encode(written, URI);
  }

  /** A path decoded; as it is where it is not UTF-8, percent-encoded. */
  public static String decode(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      ByteBuffer bytes = unescape(path.getBytes(StandardCharsets.UTF_8));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return path;
    }
  }

  private static ByteBuffer unescape(byte[] from) {
    ByteBuffer to = ByteBuffer.allocate(from.length);
    for (int at = 0; at < from.length; at++) {
      int octet = from[at] == '%' && at + 2 < from.length ? octet(from[at + 1], from[at + 2]) : -1;
      to.put(octet < 0 ? from[at] : (byte) octet);
      at += octet < 0 ? 0 : 2;
    }
    return to.flip();
  }

  private static int octet(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }

  private static String encode(String text, BitSet stands) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      int octet = Byte.toUnsignedInt(each);
      if (stands.get(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append(String.format("%%%02X", octet));
      }
    }
    return encoded.toString();
  }

  private static BitSet signs(String signs) {
    BitSet set = new BitSet(128);
    set.set('a', 'z' + 1);
    set.set('A', 'Z' + 1);
    set.set('0', '9' + 1);
    (UNRESERVED_SIGNS + signs).chars().forEach(set::set);
    return set;
  }
}

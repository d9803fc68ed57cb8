package io.github.feedwright.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Percent-encoding of UTF-8 (RFC 3986, section 2.1), upper-case hex. */
public final class PercentEncoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final BitSet UNRESERVED = signs("-._~");
  private static final BitSet FILE = signs("-._~!$&'()*+,;=@/");
  private static final BitSet PATH = signs("-._~!$&'()*+,;=:@/");
  private static final BitSet QUERY = signs("-._~!$&'()*+,;=:@/?");
  private static final BitSet URI = signs("-._~!$&'()*+,;=:@/?#[]%");

  private PercentEncoding() {}

  /** Encodes a decoded path: {@code %}, {@code ?} and {@code #} in it are part of a name. */
  public static String path(String decoded) {
    return encode(decoded, PATH);
  }

  /** Encodes the path of a file; the address stays the same in every copy of the posts. */
  public static String file(String decoded) {
    return encode(decoded, FILE);
  }

  /** Encodes a decoded query or fragment, which may also hold a question mark. */
  public static String query(String decoded) {
    return encode(decoded, QUERY);
  }

  /** Encodes what a URI must not contain in a URI as people write it; {@code %} stays. */
  public static String uri(String written) {
    return encode(written, URI);
  }

  /**
   * A path, a query or a fragment in normal form (section 6.2.2), so that equal ones are equal
   * texts: nothing is encoded that need not be.
   */
  public static String normalised(String written) {
    if (isPlain(written, QUERY)) {
      return written;
    }
    byte[] from = written.getBytes(StandardCharsets.UTF_8);
    StringBuilder normal = new StringBuilder(from.length + 16);
    for (int at = 0; at < from.length; at++) {
      int encoded = encodedOctet(from, at);
      if (encoded < 0) {
        append(normal, Byte.toUnsignedInt(from[at]), QUERY);
      } else {
        append(normal, encoded, UNRESERVED);
        at += 2;
      }
    }
    return normal.toString();
  }

  /** Decodes a text; one that is not UTF-8, percent-encoded, stays as it is. */
  public static String decode(String text) {
    String decoded = decodeOrNull(text);
    return decoded == null ? text : decoded;
  }

  /** Decodes a text; null if it is not UTF-8, percent-encoded. */
  public static @Nullable String decodeOrNull(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      ByteBuffer bytes = unescape(text.getBytes(StandardCharsets.UTF_8));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static ByteBuffer unescape(byte[] from) {
    ByteBuffer to = ByteBuffer.allocate(from.length);
    for (int at = 0; at < from.length; at++) {
      int octet = encodedOctet(from, at);
      to.put(octet < 0 ? from[at] : (byte) octet);
      at += octet < 0 ? 0 : 2;
    }
    return to.flip();
  }

  /** The octet that is encoded at this index, or -1. */
  private static int encodedOctet(byte[] from, int at) {
    if (from[at] != '%' || at + 2 >= from.length) {
      return -1;
    }
    int high = Character.digit(from[at + 1], 16);
    int low = Character.digit(from[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static String encode(String text, BitSet allowed) {
    if (isPlain(text, allowed)) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      append(encoded, Byte.toUnsignedInt(each), allowed);
    }
    return encoded.toString();
  }

  /** Whether nothing needs to be encoded or decoded, as in most addresses. */
  private static boolean isPlain(String text, BitSet allowed) {
    return text.chars().allMatch(c -> c != '%' && allowed.get(c));
  }

  private static void append(StringBuilder to, int octet, BitSet allowed) {
    if (allowed.get(octet)) {
      to.append((char) octet);
    } else {
      to.append('%').append(HEX.toHexDigits((byte) octet));
    }
  }

  private static BitSet signs(String signs) {
    BitSet set = new BitSet(128);
    set.set('a', 'z' + 1);
    set.set('A', 'Z' + 1);
    set.set('0', '9' + 1);
    signs.chars().forEach(set::set);
    return set;
  }
}

package io.github.feedwright.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of bytes (FIPS 180-4). */
public final class Sha256 {
  private static final int SHORT = 16;

  private Sha256() {}

  /** The digest: 32 bytes. */
  public static byte[] of(byte[] bytes) {
    return begin().digest(bytes);
  }

  /** The digest of some of the bytes: 32 bytes. */
  public static byte[] of(byte[] bytes, int start, int end) {
    MessageDigest digest = begin();
    digest.update(bytes, start, end - start);
    return digest.digest();
  }

  /** The digest in hexadecimal digits: 64, in lower case. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  /**
   * The first half of the digest of texts, in hexadecimal digits: 32, in lower case. It includes
   * their lengths, so that "a", "bc" differs from "ab", "c".
   */
  public static String ofTexts(String... texts) {
    MessageDigest digest = begin();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, SHORT);
  }

  /** A digest of bytes that come bit by bit. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package io.github.feedwright.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A strong entity tag (RFC 9110, section 8.8.3): a digest of the bytes, so that replicas and
 * restarts agree.
 *
 * @param opaque the text between the quotes for the identity coding
 */
public record EntityTag(String opaque) {
  private static final int DIGEST_BYTES = 16;

  /** The tag of these bytes. */
  public static EntityTag of(byte[] bytes) {
    return ofDigest(sha256().digest(bytes));
  }

  /** The tag of bytes with this SHA-256. */
  public static EntityTag ofDigest(byte[] digest) {
    byte[] head = Arrays.copyOf(digest, DIGEST_BYTES);
    return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(head));
  }

  /** The field value for the body in one coding, with quotes; different for every coding. */
  public String field(ContentCoding coding) {
    return '"' + opaque + coding.suffix() + '"';
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

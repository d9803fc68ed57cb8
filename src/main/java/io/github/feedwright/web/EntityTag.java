package io.github.feedwright.web;

import io.github.feedwright.text.ByteSequence;
import java.util.Arrays;
import java.util.Base64;

/**
 * A strong entity tag (RFC 9110, section 8.8.3): a digest of the bytes, so that replicas and
 * restarts agree. Versions of the program may not: it may depend on the pieces of a document.
 *
 * @param opaque the text between the quotes for the identity coding
 */
public record EntityTag(String opaque) {
  private static final int DIGEST_BYTES = 16;

  /** The tag of these bytes. */
  public static EntityTag of(ByteSequence bytes) {
    return ofDigest(bytes.digest());
  }

  /** The tag of bytes with this digest. */
  public static EntityTag ofDigest(byte[] digest) {
    byte[] head = Arrays.copyOf(digest, DIGEST_BYTES);
    return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(head));
  }

  /** The field value for the body in one coding, with quotes; different for every coding. */
  public String field(ContentCoding coding) {
    return '"' + opaque + coding.suffix() + '"';
  }
}

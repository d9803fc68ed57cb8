package io.github.feedwright.text;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that several {@link ByteSequence}s share. Immutable, if nobody changes the array.
 *
 * <p>Threads: {@code publish} and {@code worker} ask for the digest of what they put into a feed.
 */
public final class Piece {
  private final byte[] bytes;

  /** Computed when it is first asked for; both may compute it at once. */
  private volatile byte @Nullable [] sha256;

  private Piece(byte[] bytes) {
    this.bytes = bytes;
  }

  /** These bytes, which are not copied. */
  public static Piece of(byte[] bytes) {
    return new Piece(bytes);
  }

  /** The bytes, which nobody may change. */
  public byte[] bytes() {
    return bytes;
  }

  /** The SHA-256 of the bytes: 32 bytes, which nobody may change. */
  byte[] sha256() {
    byte[] known = sha256;
    if (known == null) {
      known = Sha256.of(bytes);
      sha256 = known;
    }
    return known;
  }
}

package io.github.feedwright.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/**
 * Bytes in consecutive pieces. Several sequences share a piece: for example feeds, an entry. So
 * many documents take little more memory than what is different in them. Immutable, if nobody
 * changes the arrays.
 */
public final class ByteSequence {
  private final List<byte[]> pieces;
  private final int length;

  private ByteSequence(List<byte[]> pieces) {
    this.pieces = pieces;
    this.length = Math.toIntExact(pieces.stream().mapToLong(piece -> piece.length).sum());
  }

  /** The pieces in this order, which together have less than 2 GiB. */
  public static ByteSequence of(List<byte[]> pieces) {
    return new ByteSequence(List.copyOf(pieces));
  }

  /** One piece. */
  public static ByteSequence of(byte[] bytes) {
    return new ByteSequence(List.of(bytes));
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /** The bytes in one array. */
  public byte[] toArray() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(length);
    pieces.forEach(whole::writeBytes);
    return whole.toByteArray();
  }

  /** A copy outside of the heap, from which the system sends without copying again; read-only. */
  public ByteBuffer toDirectBuffer() {
    ByteBuffer whole = ByteBuffer.allocateDirect(length);
    pieces.forEach(whole::put);
    return whole.flip().asReadOnlyBuffer();
  }

  /** The SHA-256 of the bytes: 32 bytes. */
  public byte[] sha256() {
    MessageDigest digest = Sha256.begin();
    pieces.forEach(digest::update);
    return digest.digest();
  }
}

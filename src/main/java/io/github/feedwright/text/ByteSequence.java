package io.github.feedwright.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/**
 * Bytes in consecutive pieces. Several sequences share a piece: for example feeds, an entry. So
 * many documents take little more memory, and time to digest, than what is different in them.
 * Immutable.
 */
public final class ByteSequence {
  private final List<Piece> pieces;
  private final int length;

  private ByteSequence(List<Piece> pieces) {
    this.pieces = pieces;
    this.length = Math.toIntExact(pieces.stream().mapToLong(piece -> piece.bytes().length).sum());
  }

  /** The pieces in this order, which together have less than 2 GiB. */
  public static ByteSequence of(List<Piece> pieces) {
    return new ByteSequence(List.copyOf(pieces));
  }

  /** One piece. */
  public static ByteSequence of(byte[] bytes) {
    return new ByteSequence(List.of(Piece.of(bytes)));
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /** The bytes in one array. */
  public byte[] toArray() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(length);
    pieces.forEach(piece -> whole.writeBytes(piece.bytes()));
    return whole.toByteArray();
  }

  /** A copy outside of the heap, from which the system sends without copying again; read-only. */
  public ByteBuffer toDirectBuffer() {
    ByteBuffer whole = ByteBuffer.allocateDirect(length);
    pieces.forEach(piece -> whole.put(piece.bytes()));
    return whole.flip().asReadOnlyBuffer();
  }

  /**
   * A digest of 32 bytes: the SHA-256 of the only piece, or that of the SHA-256 of all pieces. So
   * an edit does not read everything again that a feed contains. It depends on where the pieces
   * begin.
   */
  public byte[] digest() {
    if (pieces.size() == 1) {
      return pieces.get(0).sha256().clone();
    }
    MessageDigest digest = Sha256.begin();
    pieces.forEach(piece -> digest.update(piece.sha256()));
    return digest.digest();
  }
}

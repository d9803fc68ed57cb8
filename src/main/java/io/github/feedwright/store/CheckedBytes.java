package io.github.feedwright.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Bytes with a checksum before them, of the bytes and of the key under which they are kept. */
final class CheckedBytes {
  private CheckedBytes() {}

  static byte[] of(byte[] key, byte[] content) {
    return ByteBuffer.allocate(Integer.BYTES + content.length)
        .putInt(checksum(key, ByteBuffer.wrap(content)))
        .put(content)
        .array();
  }

  /** The content, or null if the checksum is that of other bytes. */
  static @Nullable ByteBuffer content(byte[] key, byte[] value) {
    ByteBuffer in = ByteBuffer.wrap(value);
    return in.remaining() >= Integer.BYTES && in.getInt() == checksum(key, in.duplicate())
        ? in
        : null;
  }

  private static int checksum(byte[] key, ByteBuffer content) {
    CRC32C checksum = new CRC32C();
    checksum.update(key);
    checksum.update(content);
    return (int) checksum.getValue();
  }
}

package io.github.feedwright.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * Values as bytes, of which those that are equal become one object: thousands of posts have the
 * same few tags, authors and dates.
 *
 * @param bytes over an array; what is read is behind the position then
 * @param shared what was read before, by itself
 */
record Encoded(ByteBuffer bytes, Map<Object, Object> shared) {
  /** Longer texts hardly ever occur twice. */
  private static final int LONGEST_SHARED = 100;

  byte get() {
    return bytes.get();
  }

  int getInt() {
    return bytes.getInt();
  }

  long getLong() {
    return bytes.getLong();
  }

  String text() {
    int length = bytes.getInt();
    String text = new String(bytes.array(), bytes.arrayOffset() + bytes.position(), length, UTF_8);
    bytes.position(bytes.position() + length);
    return length > LONGEST_SHARED ? text : shared(text);
  }

  /** An equal value that was read before, or this one. */
  @SuppressWarnings("unchecked") // Only values of one class are equal.
  <T> T shared(T value) {
    Object before = shared.putIfAbsent(value, value);
    return before == null ? value : (T) before;
  }
}

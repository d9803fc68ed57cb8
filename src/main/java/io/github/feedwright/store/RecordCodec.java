package io.github.feedwright.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;

/**
 * Turns records into bytes, with everything that is in them, and back. What a record consists of is
 * found out from its class: a component that is added needs nothing here. Only the program that
 * wrote the bytes reads them, so they have no version.
 *
 * <p>Threads: it never changes, so threads may share it.
 *
 * @param <T> a record, or an interface that is sealed and implemented by records
 */
public final class RecordCodec<T> {
  private final Class<T> type;
  private final Coding coding;

  /**
   * A codec.
   *
   * @throws IllegalArgumentException if something of another kind is in such a record
   */
  public RecordCodec(Class<T> type) {
    this.type = type;
    this.coding = new Codings().of(type);
  }

  /**
   * The bytes of records, one after another.
   *
   * @throws IOException if one holds half a character, which UTF-8 has no bytes for
   */
  public byte[] bytes(T value) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    coding.write(value, new DataOutputStream(written));
    return written.toByteArray();
  }

  /**
   * Reads a record.
   *
   * @param in is over an array, and then stands behind the record
   * @param shared what was read before, by itself: what is equal becomes the same object
   * @throws RuntimeException if the bytes are not those of such a record
   */
  public T read(ByteBuffer in, Map<Object, Object> shared) {
    return Objects.requireNonNull(type.cast(coding.read(new Encoded(in, shared))));
  }
}

package io.github.feedwright.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.text.PackedText;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes values of one type, and reads them. */
interface Coding {
  void write(@Nullable Object value, DataOutputStream out) throws IOException;

  @Nullable Object read(Encoded in);

  /** What is there, or nothing. */
  static Coding nullable(Coding present) {
    return new Coding() {
      @Override
      public void write(@Nullable Object value, DataOutputStream out) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
          present.write(value, out);
        }
      }

      @Override
      public @Nullable Object read(Encoded in) {
        return in.get() == 0 ? null : present.read(in);
      }
    };
  }

  /** A coding of two functions. */
  static <T> Coding of(Class<T> type, Writing<T> writing, Reading<T> reading) {
    return new Coding() {
      @Override
      public void write(@Nullable Object value, DataOutputStream out) throws IOException {
        writing.write(Objects.requireNonNull(type.cast(value)), out);
      }

      @Override
      public Object read(Encoded in) {
        return reading.read(in);
      }
    };
  }

  /** Writes a value. */
  interface Writing<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** Reads a value. */
  interface Reading<T> {
    T read(Encoded in);
  }

  static void writeText(String text, DataOutputStream out) throws IOException {
    ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    out.writeInt(bytes.remaining());
    out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
  }

  static void writeInstant(Instant instant, DataOutputStream out) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  static Instant readInstant(Encoded in) {
    return Instant.ofEpochSecond(in.getLong(), in.getInt());
  }

  static void writeTime(OffsetDateTime time, DataOutputStream out) throws IOException {
    writeInstant(time.toInstant(), out);
    out.writeInt(time.getOffset().getTotalSeconds());
  }

  static OffsetDateTime readTime(Encoded in) {
    return in.shared(
        OffsetDateTime.ofInstant(readInstant(in), ZoneOffset.ofTotalSeconds(in.getInt())));
  }

  static void writePacked(PackedText text, DataOutputStream out) throws IOException {
    text.pack();
    byte[] bytes = text.bytes();
    out.writeInt(text.size());
    out.writeInt(text.length());
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static PackedText readPacked(Encoded in) {
    int size = in.getInt();
    int length = in.getInt();
    byte[] bytes = new byte[in.getInt()];
    in.bytes().get(bytes);
    return PackedText.of(bytes, size, length);
  }
}

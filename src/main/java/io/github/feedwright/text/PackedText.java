package io.github.feedwright.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A text that can be compressed in memory: a server keeps the texts of all posts, and reads few of
 * them again. Whether it is compressed yet, it is the same text.
 *
 * <p>Threads: {@code publish}, {@code reload} and the {@code common pool} pack what they read,
 * {@code render} and {@code worker} what they make, each with a compressor of its own; others may
 * read it meanwhile.
 */
public final class PackedText {
  /** To make a compressor takes longer than to compress a post. */
  private static final ThreadLocal<Deflater> DEFLATER =
      ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));

  /** How many bytes the text has in UTF-8. */
  private final int size;

  private final int length;

  /** The text in UTF-8: compressed if these are not {@code size} bytes. */
  private volatile byte[] bytes;

  private PackedText(byte[] bytes, int size, int length) {
    this.bytes = bytes;
    this.size = size;
    this.length = length;
  }

  /** A text, in which a surrogate without its other half becomes a question mark. */
  public static PackedText of(String text) {
    PackedText packed = notYet(text);
    packed.pack();
    return packed;
  }

  /** The same, but it is not compressed until {@link #pack}. */
  public static PackedText notYet(String text) {
    byte[] plain = text.getBytes(UTF_8);
    return new PackedText(plain, plain.length, text.length());
  }

  /**
   * The text that another one was, by its {@link #bytes}.
   *
   * @param size of it in UTF-8
   * @param length in characters
   */
  public static PackedText of(byte[] bytes, int size, int length) {
    return new PackedText(bytes, size, length);
  }

  /** Compresses the text, if it is not compressed. */
  public void pack() {
    if (!isPacked()) {
      bytes = packed(bytes);
    }
  }

  /** Whether it takes less memory than the text. */
  public boolean isPacked() {
    return bytes.length < size;
  }

  /** The same bytes where compression does not make them fewer. */
  private byte[] packed(byte[] plain) {
    if (plain.length < size) {
      // Another thread was faster.
      return plain;
    }
    Deflater deflater = DEFLATER.get();
    deflater.reset();
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[plain.length];
    int end = deflater.deflate(packed);
    return deflater.finished() && end < plain.length ? Arrays.copyOf(packed, end) : plain;
  }

  /** Its bytes as they are in memory, which nobody may change. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes it has in UTF-8. */
  public int size() {
    return size;
  }

  /** How many characters it has. */
  public int length() {
    return length;
  }

  /** The text. */
  public String text() {
    return new String(utf8(), UTF_8);
  }

  /** The text in UTF-8, which nobody may change. */
  public byte[] utf8() {
    byte[] now = bytes;
    return now.length == size ? now : unpacked(now);
  }

  private byte[] unpacked(byte[] packed) {
    Inflater inflater = new Inflater(true);
    try {
      byte[] plain = new byte[size];
      inflater.setInput(packed);
      inflater.inflate(plain);
      return plain;
    } catch (DataFormatException e) {
      throw new IllegalStateException("it was packed by this class", e);
    } finally {
      inflater.end();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackedText that
        && length == that.length
        && size == that.size
        && Arrays.equals(utf8(), that.utf8());
  }

  @Override
  public int hashCode() {
    return 31 * size + length;
  }

  @Override
  public String toString() {
    return text();
  }
}

package io.github.feedwright.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A text that is compressed in memory: a server keeps the texts of all posts, and reads few of them
 * again. Immutable.
 *
 * <p>Threads: {@code publish}, {@code reload} and the {@code common pool} pack what they read,
 * {@code render} and {@code worker} what they make, each with a compressor of its own.
 */
public final class PackedText {
  /** To make a compressor takes longer than to compress a post. */
  private static final ThreadLocal<Deflater> DEFLATER =
      ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));

  private final byte[] packed;

  /** How many bytes the text has in UTF-8. */
  private final int size;

  private final int length;

  private PackedText(byte[] packed, int size, int length) {
    this.packed = packed;
    this.size = size;
    this.length = length;
  }

  /** Packs a text, in which a surrogate without its other half becomes a question mark. */
  public static PackedText of(String text) {
    byte[] plain = text.getBytes(UTF_8);
    return new PackedText(packed(plain), plain.length, text.length());
  }

  /** The same bytes where compression does not make them fewer. */
  private static byte[] packed(byte[] plain) {
    Deflater deflater = DEFLATER.get();
    deflater.reset();
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[plain.length];
    int end = deflater.deflate(packed);
    return deflater.finished() && end < plain.length ? Arrays.copyOf(packed, end) : plain;
  }

  /** How many characters it has. */
  public int length() {
    return length;
  }

  /** The text. */
  public String text() {
    return new String(packed.length == size ? packed : unpacked(), UTF_8);
  }

  private byte[] unpacked() {
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
        && Arrays.equals(packed, that.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  @Override
  public String toString() {
    return text();
  }
}

package io.github.feedwright.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of a document, in UTF-8. An entry is one in every feed that it stands in: were it kept as
 * text, an edit would spend most of its time encoding its neighbours again.
 */
public final class Fragment {
  private final byte[] bytes;

  private Fragment(byte[] bytes) {
    this.bytes = bytes;
  }

  static Fragment of(String text) {
    return new Fragment(text.getBytes(UTF_8));
  }

  /** The bytes of pieces that stand one after another. */
  static byte[] join(List<Fragment> pieces) {
    int length = pieces.stream().mapToInt(piece -> piece.bytes.length).sum();
    ByteArrayOutputStream document = new ByteArrayOutputStream(length);
    pieces.forEach(piece -> document.writeBytes(piece.bytes));
    return document.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fragment that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return new String(bytes, UTF_8);
  }
}

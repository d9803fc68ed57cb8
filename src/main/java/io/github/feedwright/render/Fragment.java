package io.github.feedwright.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.text.ByteSequence;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of a document, in UTF-8: for example an entry, in every feed that contains it. If it were
 * kept as text, an edit would spend most of its time on encoding the other entries again.
 */
public final class Fragment {
  private final byte[] bytes;

  private Fragment(byte[] bytes) {
    this.bytes = bytes;
  }

  static Fragment of(String text) {
    return new Fragment(text.getBytes(UTF_8));
  }

  /** The document of consecutive pieces, which it shares with other documents. */
  static ByteSequence join(List<Fragment> pieces) {
    return ByteSequence.of(pieces.stream().map(piece -> piece.bytes).toList());
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

package io.github.feedwright.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.text.Piece;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of a document, in UTF-8: for example an entry, in every feed that contains it. If it were
 * kept as text, an edit would spend most of its time on encoding the other entries again.
 */
public final class Fragment {
  private final List<Piece> parts;

  private Fragment(List<Piece> parts) {
    this.parts = parts;
  }

  /** A piece of this text. */
  public static Fragment of(String text) {
    return new Fragment(List.of(piece(text)));
  }

  /** A text whose middle part, the longest, is shared with others that have it too. */
  static Fragment of(String before, String part, String after) {
    return new Fragment(List.of(piece(before), piece(part), piece(after)));
  }

  private static Piece piece(String text) {
    return Piece.of(text.getBytes(UTF_8));
  }

  /** The same, which holds no copy of the parts that another one has too. */
  public Fragment sharing(Fragment other) {
    return new Fragment(parts.stream().map(part -> shared(part, other)).toList());
  }

  private static Piece shared(Piece part, Fragment other) {
    return other.parts.stream()
        .filter(each -> Arrays.equals(part.bytes(), each.bytes()))
        .findFirst()
        .orElse(part);
  }

  /** The document of consecutive pieces, which it shares with other documents. */
  static ByteSequence join(List<Fragment> pieces) {
    return ByteSequence.of(pieces.stream().flatMap(piece -> piece.parts().stream()).toList());
  }

  /** In bytes. */
  public int length() {
    return parts.stream().mapToInt(part -> part.bytes().length).sum();
  }

  List<Piece> parts() {
    return parts;
  }

  private byte[] bytes() {
    return ByteSequence.of(parts).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fragment that && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  @Override
  public String toString() {
    return new String(bytes(), UTF_8);
  }
}

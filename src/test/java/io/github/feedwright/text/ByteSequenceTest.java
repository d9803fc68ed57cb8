package io.github.feedwright.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ByteSequenceTest {
  private static ByteSequence of(String... pieces) {
    return ByteSequence.of(
        Arrays.stream(pieces).map(piece -> Piece.of(piece.getBytes(UTF_8))).toList());
  }

  @Test
  void itsBytesAreThoseOfItsPieces() {
    assertThat(of("one, ", "two").toArray()).isEqualTo("one, two".getBytes(UTF_8));
    assertThat(of("one, ", "two").length()).isEqualTo(8);
    assertThat(of()).extracting(ByteSequence::length).isEqualTo(0);
  }

  @Test
  void equalPiecesHaveOneDigest() {
    assertThat(of("head", "entry", "foot").digest())
        .isEqualTo(of("head", "entry", "foot").digest());
    assertThat(of("alone").digest()).isEqualTo(Sha256.of("alone".getBytes(UTF_8)));
  }

  @Test
  void otherPiecesHaveAnotherDigest() {
    List<ByteSequence> all =
        List.of(
            of("head", "entry", "foot"),
            of("head", "entry"),
            of("entry", "head", "foot"),
            of("head", "entrY", "foot"),
            of("head", "entry", "entry", "foot"),
            of("head", "foot"),
            of("head"),
            of());
    assertThat(all.stream().map(each -> HexFormat.of().formatHex(each.digest())))
        .doesNotHaveDuplicates();
  }

  /** Otherwise an edit reads everything again that its feeds contain. */
  @Test
  void aPieceIsDigestedOnce() {
    Piece entry = Piece.of("entry".getBytes(UTF_8));
    ByteSequence feed = ByteSequence.of(List.of(Piece.of("a".getBytes(UTF_8)), entry));
    byte[] digest = feed.digest();
    entry.bytes()[0] = 'E';
    assertThat(feed.digest()).isEqualTo(digest);
  }
}

package io.github.feedwright.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.text.Piece;
import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.Representation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BodiesTest {
  private static final ByteSequence DOCUMENT =
      ByteSequence.of(List.of(piece("one, "), piece("two")));

  private static Piece piece(String text) {
    return Piece.of(utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Bodies keeping(long bytes) {
    return new Bodies(Runnable::run, bytes, Set.of(ContentCoding.IDENTITY));
  }

  @Test
  void aBodyIsThePiecesOfItsDocumentInOneReadOnlyBuffer() {
    ByteBuffer body = keeping(1000).plain(DOCUMENT);
    assertThat(StandardCharsets.UTF_8.decode(body.duplicate()).toString()).isEqualTo("one, two");
    assertThat(body.isReadOnly()).isTrue();
  }

  @Test
  void aBodyThatIsKeptIsNotMadeTwice() {
    Bodies bodies = keeping(1000);
    assertThat(bodies.plain(DOCUMENT)).isSameAs(bodies.plain(DOCUMENT));
  }

  /** Otherwise five hundred slow readers of a large feed would have a copy each. */
  @Test
  void readersOfOneDocumentShareItsBodyEvenIfNoneIsKept() {
    Bodies bodies = keeping(0);
    ByteBuffer first = bodies.plain(DOCUMENT);
    for (int number = 0; number < 100; number++) {
      bodies.plain(ByteSequence.of(utf8("another " + number)));
    }
    assertThat(bodies.plain(DOCUMENT)).isSameAs(first);
  }

  /** Twenty gigabytes of documents, which no test has. */
  @Test
  void documentsShareTheirPieces() {
    Piece entry = Piece.of(new byte[1 << 20]);
    RepresentationCache cache = RepresentationCache.forFiles(Runnable::run);
    List<Representation> feeds = new ArrayList<>();
    for (int number : IntStream.range(0, 20_000).toArray()) {
      ByteSequence body = ByteSequence.of(List.of(piece("head " + number), entry));
      Document feed = new Document("/" + number, "text/plain", Freshness.FEED, body, List.of());
      feeds.add(cache.represent(feed, Instant.EPOCH));
    }
    assertThat(feeds).allSatisfy(feed -> assertThat(feed.length()).isGreaterThan(1 << 20));
    assertThat(feeds.get(19_999).body().remaining()).isEqualTo("head 19999".length() + (1 << 20));
  }
}

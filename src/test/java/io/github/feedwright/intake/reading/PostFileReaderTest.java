package io.github.feedwright.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Posts;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a post's file, and what is not. */
final class PostFileReaderTest {
  private static final String TEXT = "---\ntitle: T\ndate: 2020-01-01\n---\nText.\n";

  @TempDir private Path posts;

  private ParsedPost read(long limit, long heap) throws Exception {
    Files.writeString(posts.resolve("a.md"), TEXT);
    SourceTree tree = new SourceTree(posts);
    SourceFile file = Objects.requireNonNull(tree.stat("a.md"));
    PostParser parser = new PostParser(Posts.settings(), Authors.none());
    return new PostFileReader(tree, parser, limit, heap).read(file).parsed();
  }

  @Test
  void aPostOfMoreThanAnEighthOfTheHeapIsNotRead() throws Exception {
    ParsedPost reading = read(1000, 8L * TEXT.length() - 1);
    assertThat(reading).isInstanceOf(ParsedPost.Refused.class);
    assertThat(((ParsedPost.Refused) reading).problems())
        .extracting(Object::toString)
        .containsExactly(
            "a.md:1: error: the file cannot be read: it has 40 bytes, and with its memory the server reads"
                + " up to 39; raise -Xmx, or shorten the post");
    assertThat(read(1000, 8L * TEXT.length())).isInstanceOf(ParsedPost.Understood.class);
  }

  @Test
  void theTextOfALaterPostIsCompressedAtOnceAndAtTheStartOnlyIfThereIsLittleRoom()
      throws Exception {
    Files.writeString(posts.resolve("long.md"), TEXT + "And so on. ".repeat(100));
    SourceTree tree = new SourceTree(posts);
    SourceFile file = Objects.requireNonNull(tree.stat("long.md"));
    PostParser parser = new PostParser(Posts.settings(), Authors.none());
    PostFileReader reader = new PostFileReader(tree, parser, 10_000, 8L * 5_000);
    assertThat(isPacked(reader.read(file))).isTrue();
    assertThat(isPacked(reader.read(file, false))).isFalse();
    assertThat(reader.hasRoomFor(5_000)).isTrue();
    assertThat(reader.hasRoomFor(5_001)).isFalse();
  }

  private static boolean isPacked(PostFile taken) {
    return ((ParsedPost.Understood) taken.parsed()).post().body().packed().isPacked();
  }

  @Test
  void ofAPostOverItsLimitTheMemoryIsNotSaid() throws Exception {
    ParsedPost reading = read(TEXT.length() - 1, 8);
    assertThat(((ParsedPost.Refused) reading).problems())
        .extracting(Object::toString)
        .singleElement()
        .asString()
        .contains("over limits.post");
  }
}

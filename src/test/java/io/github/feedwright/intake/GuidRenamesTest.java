package io.github.feedwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.intake.reading.KeptReadings;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After each single event, no two files have the post with one {@code guid}. */
final class GuidRenamesTest {
  private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");

  @TempDir private Path posts;
  private final FileState fileState = new FileState();
  private FileIngester ingester;

  @BeforeEach
  void writeTwoPosts() throws IOException {
    Settings settings = Posts.settings();
    RepresentationCache representations =
        new RepresentationCache(Runnable::run, Runnable::run, new LastModifiedClock(), Set.of());
    PostParser parser = new PostParser(settings, Authors.none());
    ingester =
        new FileIngester(
            settings,
            new SourceTree(posts),
            parser,
            KeptReadings.none(),
            fileState,
            representations);
    write("a.md", "id-a");
    write("b.md", "id-b");
    ingest("a.md", FileEvent.APPEARED);
    ingest("b.md", FileEvent.APPEARED);
  }

  private void write(String path, String guid) throws IOException {
    Path file = posts.resolve(path);
    Files.writeString(file, "---\ndate: 2020-01-01\nguid: " + guid + "\n---\nText.\n");
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
  }

  private void move(String from, String to) throws IOException {
    Files.move(posts.resolve(from), posts.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  private void ingest(String path, FileEvent what) {
    ingest(path, what, NOW);
  }

  private void ingest(String path, FileEvent what, Instant now) {
    ingester.ingest(List.of(new Signal.Touched(path, what)), () -> now);
  }

  /** The files and ids of all posts. */
  private List<String> known() {
    return fileState.posts().stream().map(GuidRenamesTest::named).sorted().toList();
  }

  private static String named(Post post) {
    return post.path() + " " + post.identity().guid();
  }

  @Test
  void aRenamedFileTakesThePlaceOfTheFormerOne() throws Exception {
    move("a.md", "c.md");
    ingest("c.md", FileEvent.APPEARED);
    assertThat(known()).containsExactly("b.md id-b", "c.md id-a");
  }

  @Test
  void aFileThatIsRenamedOverAnotherLeavesItsOwnName() throws Exception {
    move("a.md", "b.md");
    ingest("b.md", FileEvent.APPEARED);
    assertThat(known()).as("as if b.md were missing").containsExactly("a.md id-a", "b.md id-b");

    ingester.noteScan(NOW.plusSeconds(1));
    ingest("b.md", FileEvent.CHANGED, NOW.plusSeconds(1));
    assertThat(known()).containsExactly("b.md id-a");
  }

  @Test
  void filesThatSwapTheirNamesAreTakenInTogether() throws Exception {
    move("a.md", "between.md");
    move("b.md", "a.md");
    move("between.md", "b.md");
    ingest("a.md", FileEvent.APPEARED);
    assertThat(known()).containsExactly("a.md id-b", "b.md id-a");
  }

  @Test
  void filesThatSwapTheirNamesRightAfterTheyWereWrittenAreTakenInTogether() throws Exception {
    move("a.md", "between.md");
    move("b.md", "a.md");
    move("between.md", "b.md");
    Files.setLastModifiedTime(posts.resolve("b.md"), FileTime.from(NOW));
    ingest("a.md", FileEvent.APPEARED);
    assertThat(known()).containsExactly("a.md id-b", "b.md id-a");
  }

  @Test
  void aCopyWaitsForItsOriginalToGo() throws Exception {
    Files.copy(posts.resolve("a.md"), posts.resolve("c.md"), StandardCopyOption.COPY_ATTRIBUTES);
    ingest("c.md", FileEvent.APPEARED);
    assertThat(known()).containsExactly("a.md id-a", "b.md id-b");

    Files.delete(posts.resolve("a.md"));
    ingest("a.md", FileEvent.REMOVED);
    assertThat(known()).containsExactly("b.md id-b", "c.md id-a");
  }

  @Test
  void aCopyWhoseOriginalStaysIsAPostOfItsOwn() throws Exception {
    Files.copy(posts.resolve("a.md"), posts.resolve("c.md"), StandardCopyOption.COPY_ATTRIBUTES);
    ingest("c.md", FileEvent.APPEARED);
    ingest("a.md", FileEvent.CHANGED, NOW.plusSeconds(3));
    assertThat(known()).containsExactly("a.md id-a", "b.md id-b", "c.md id-a");
  }
}

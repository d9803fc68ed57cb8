package io.github.feedwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.intake.reading.KeptReadings;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Posts;
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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order the files of a page bundle come and go. */
final class FileIngesterTest {
  private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");
  private static final String DATED = "---\ntitle: T\ndate: 2020-01-01\n---\nText.\n";
  private static final String DRAFT = DATED.replace("title", "draft: true\ntitle");

  @TempDir private Path posts;
  private final FileState fileState = new FileState();

  private FileIngester ingester() {
    return ingester(fileState);
  }

  private FileIngester ingester(FileState fileState) {
    Settings settings = Posts.settings();
    RepresentationCache representations =
        new RepresentationCache(Runnable::run, Runnable::run, new LastModifiedClock(), Set.of());
    PostParser parser = new PostParser(settings, Authors.none());
    return new FileIngester(
        settings, new SourceTree(posts), parser, KeptReadings.none(), fileState, representations);
  }

  private void write(String path, String text, Instant modified) throws IOException {
    Path file = posts.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private static boolean ingest(FileIngester ingester, String path, FileEvent what, Instant now) {
    return ingester.ingest(List.of(new Signal.Touched(path, what)), () -> now);
  }

  private boolean shows(String path) {
    fileState.refresh(NOW);
    fileState.markPublished(NOW);
    return fileState.showing(path, NOW) != null || fileState.served(path) != null;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trip/index.md",
        "trip/index.markdown",
        "trip/INDEX.md",
        "trip/index.html",
        "trip/index.pt-BR.md",
        "trip/_index.md",
        "trip/b/index.mkd"
      })
  void whatIsMovedInTogetherWithADraftNeverShows(String index) throws Exception {
    FileIngester ingester = ingester();
    write("trip/b/a.md", DATED, NOW.minusSeconds(60));
    write("trip/b/a.png", "PNG", NOW.minusSeconds(60));
    write(index, DRAFT, NOW.minusSeconds(60));
    assertThat(ingest(ingester, "trip/b/a.png", FileEvent.APPEARED, NOW)).isTrue();
    assertThat(shows("trip/b/a.png")).isFalse();
    assertThat(ingest(ingester, "trip/b/a.md", FileEvent.APPEARED, NOW)).isTrue();
    assertThat(shows("trip/b/a.md")).isFalse();
  }

  @Test
  void aDraftOfEverythingIsSeenBeforeWhatIsMovedInWithIt() throws Exception {
    FileIngester ingester = ingester();
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    write("_index.md", DRAFT, NOW.minusSeconds(60));
    ingest(ingester, "trip/a.md", FileEvent.APPEARED, NOW);
    assertThat(shows("trip/a.md")).isFalse();
  }

  @Test
  void whatArrivesBeforeAnIndexThatIsThereWaitsForIt() throws Exception {
    FileIngester ingester = ingester();
    write("trip/b/a.md", DATED, NOW.minusSeconds(60));
    write("trip/a.png", "PNG", NOW.minusSeconds(60));
    write("trip/index.md", DRAFT, NOW);
    assertThat(ingest(ingester, "trip/b/a.md", FileEvent.APPEARED, NOW)).isTrue();
    assertThat(ingest(ingester, "trip/a.png", FileEvent.APPEARED, NOW)).isTrue();
    assertThat(shows("trip/b/a.md")).isFalse();
    assertThat(shows("trip/a.png")).isFalse();

    write("trip/index.md", DATED, NOW.plusSeconds(1));
    Instant later = NOW.plusSeconds(2);
    assertThat(ingest(ingester, "trip/index.md", FileEvent.CHANGED, later)).isTrue();
    assertThat(shows("trip/b/a.md")).isTrue();
    assertThat(shows("trip/a.png")).isTrue();
  }

  @Test
  void anIndexThatIsNeverReadIsNotWaitedFor() throws Exception {
    FileIngester ingester = ingester();
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    write("trip/index.md", DRAFT, NOW);
    ingest(ingester, "trip/index.md", FileEvent.APPEARED, NOW);
    ingest(ingester, "trip/a.md", FileEvent.APPEARED, NOW);
    assertThat(shows("trip/a.md")).isFalse();

    Files.delete(posts.resolve("trip/index.md"));
    ingest(ingester, "trip/index.md", FileEvent.REMOVED, NOW);
    assertThat(shows("trip/a.md")).isTrue();
  }

  @Test
  void anEmptyPostsFolderCounts() throws Exception {
    write("blog/_posts/.gitkeep", "", NOW.minusSeconds(60));
    write("about.md", DATED, NOW.minusSeconds(60));
    FileIngester ingester = ingester();
    ingester.takeAll(new SourceTree(posts).list(), NOW);
    assertThat(shows("about.md")).isFalse();
    assertThat(
            ingester
                .known()
                .follow(new SourceTree(posts).list().directories().keySet(), Duration.ZERO))
        .isFalse();
    assertThat(ingester.known().wants("about.md")).isFalse();
  }

  @Test
  void aPictureIsNoIndex() throws Exception {
    FileIngester ingester = ingester();
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    write("trip/index.png", "PNG", NOW);
    ingest(ingester, "trip/a.md", FileEvent.APPEARED, NOW);
    ingest(ingester, "trip/index.png", FileEvent.APPEARED, NOW);
    assertThat(shows("trip/a.md")).isTrue();
  }

  @Test
  void whatGoesTogetherWithItsIndexNeverShows() throws Exception {
    write("trip/index.md", DRAFT, NOW.minusSeconds(60));
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    write("trip/b.md", DATED, NOW.minusSeconds(60));
    FileIngester ingester = ingester();
    ingester.takeAll(new SourceTree(posts).list(), NOW);
    Files.delete(posts.resolve("trip/index.md"));
    Files.delete(posts.resolve("trip/a.md"));

    ingest(ingester, "trip/index.md", FileEvent.REMOVED, NOW);
    ingest(ingester, "trip/a.md", FileEvent.REMOVED, NOW.plusMillis(500));
    ingester.noteScan(NOW.plusSeconds(1));
    assertThat(ingest(ingester, "trip/index.md", FileEvent.CHANGED, NOW.plusSeconds(1))).isTrue();
    assertThat(shows("trip/a.md")).isFalse();
    assertThat(shows("trip/b.md")).isTrue();
  }

  @Test
  void anIndexThatIsWrittenWhileANewConfigurationStartsMayBeADraft() throws Exception {
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    FileIngester former = ingester(new FileState());
    former.takeAll(new SourceTree(posts).list(), NOW);
    write("trip/index.md", DRAFT, NOW);
    ingester().takeSettled(new SourceTree(posts).list(), NOW, former);
    assertThat(shows("trip/a.md")).isFalse();
  }

  @Test
  void anIndexThatIsNewInAPublicFolderHidesNothingBeforeItIsRead() throws Exception {
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    FileIngester ingester = ingester();
    ingester.takeAll(new SourceTree(posts).list(), NOW);
    write("trip/index.md", DRAFT, NOW);
    write("trip/_index.md", DRAFT, NOW);
    assertThat(ingest(ingester, "trip/index.md", FileEvent.CHANGED, NOW)).isFalse();
    assertThat(ingest(ingester, "trip/_index.md", FileEvent.CHANGED, NOW)).isFalse();
    assertThat(shows("trip/a.md")).isTrue();
    assertThat(ingest(ingester, "trip/index.md", FileEvent.CHANGED, NOW.plusSeconds(1))).isTrue();
    assertThat(shows("trip/a.md")).isFalse();
  }

  @Test
  void anIndexThatIsBeingWrittenIsWaitedForHoweverOftenItIsChecked() throws Exception {
    write("trip/index.md", DRAFT, NOW);
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    FileIngester ingester = ingester();
    for (int time = 0; time < 3; time++) {
      write("trip/index.md", DRAFT + "x".repeat(time), NOW);
      assertThat(ingest(ingester, "trip/index.md", FileEvent.CHANGED, NOW)).isFalse();
    }
    assertThat(ingest(ingester, "trip/a.md", FileEvent.CHANGED, NOW)).isTrue();
    assertThat(ingest(ingester, "trip/index.md", FileEvent.CHANGED, NOW)).isFalse();
    assertThat(shows("trip/a.md")).isFalse();
  }
}

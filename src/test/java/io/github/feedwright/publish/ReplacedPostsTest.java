package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.intake.Signal;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a post is renamed over that of another one, which is not found in a third file. */
final class ReplacedPostsTest {
  private static final String ID = "tag:example.org,2013:";
  private static final String SITE =
      "site: {title: T, url: \"https://example.org/\", id: \"tag:example.org,2013\"}\n";
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path posts;

  private static String post(String title, String date, String text) {
    return "---\ntitle: " + title + "\ndate: " + date + "\n---\n" + (text + ".\n").repeat(9);
  }

  private SteppedSite site() throws IOException {
    SteppedSite.write(posts, "a.md", post("A", "2024-01-01", "A line of the text of a"));
    SteppedSite.write(posts, "b.md", post("B", "2024-02-02", "A line of the text of b"));
    SteppedSite.write(posts, "c.md", post("C", "2024-03-03", "A line of the text of c"));
    return SteppedSite.on(posts, SITE, CacheLimits.USUAL);
  }

  private static Signal.Touched come(String path) {
    return new Signal.Touched(path, FileEvent.APPEARED);
  }

  private static Signal.Touched gone(String path) {
    return new Signal.Touched(path, FileEvent.REMOVED);
  }

  private static Signal.Touched changed(String path) {
    return new Signal.Touched(path, FileEvent.CHANGED);
  }

  private void moveOver(SteppedSite site, String from, String to) throws IOException {
    Files.move(
        posts.resolve(from),
        posts.resolve(to),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    site.turn(gone(from), come(to));
  }

  /** A file that is being written where it is. */
  private void writeNow(SteppedSite site, String path, String text) throws IOException {
    Path file = Files.writeString(posts.resolve(path), text);
    Files.setLastModifiedTime(file, FileTime.from(site.now().plus(SECOND)));
  }

  @Test
  void aReplacedPostIsGoneAfterASecondWhileAnotherFileIsBeingWritten() throws Exception {
    writeLog("");
    try (SteppedSite site = site()) {
      moveOver(site, "a.md", "b.md");
      assertThat(site.ids())
          .isEqualTo(Map.of("a.md", ID + "a", "b.md", ID + "b", "c.md", ID + "c"));
      site.runtime().ingester().noteScan(site.now().plusMillis(500));
      writeNow(site, "log.txt", "more");
      site.turn(changed("log.txt"));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a", "c.md", ID + "c"));
    }
  }

  private void writeLog(String text) throws IOException {
    SteppedSite.write(posts, "log.txt", text);
  }

  @Test
  void aPostThatReplacedOneAndIsReplacedItselfIsGoneAfterASecond() throws Exception {
    try (SteppedSite site = site()) {
      moveOver(site, "a.md", "c.md");
      moveOver(site, "b.md", "c.md");
      site.wait(SECOND);
      assertThat(site.ids()).isEqualTo(Map.of("c.md", ID + "b"));
    }
  }

  @Test
  void aPostIsNotShownUnderItsFormerNameIfAFileThereCannotBeRead() throws Exception {
    try (SteppedSite site = site()) {
      moveOver(site, "a.md", "b.md");
      site.write("a.md", "---\ntitle: [New\n---\nNew.\n");
      site.wait(SECOND);
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a", "c.md", ID + "c"));
      site.write("a.md", post("New", "2025-01-01", "A line of a new text"));
      site.wait(SECOND);
      assertThat(site.ids())
          .isEqualTo(Map.of("a.md", ID + "a.md", "b.md", ID + "a", "c.md", ID + "c"));
    }
  }

  @Test
  void aFileThatIsWrittenUnderAFormerNameIsReadWhenItHasSettled() throws Exception {
    try (SteppedSite site = site()) {
      moveOver(site, "a.md", "b.md");
      writeNow(site, "a.md", "---\ntitle:");
      site.turn(come("a.md"));
      assertThat(site.ids())
          .isEqualTo(Map.of("a.md", ID + "a", "b.md", ID + "b", "c.md", ID + "c"));
      writeNow(site, "a.md", post("New", "2025-01-01", "A line of a new text"));
      site.turn(changed("a.md"));
      site.wait(SECOND);
      assertThat(site.ids())
          .isEqualTo(Map.of("a.md", ID + "a.md", "b.md", ID + "a", "c.md", ID + "c"));
    }
  }

  @Test
  void aPostThatIsRenamedOverAnotherAndEditedKeepsItsId() throws Exception {
    try (SteppedSite site = site()) {
      moveOver(site, "a.md", "b.md");
      site.write("b.md", post("A", "2024-01-01", "Whatever else there is to say"));
      site.wait(SECOND);
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a", "c.md", ID + "c"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPostThatIsRenamedOverTwoOthersInARowKeepsItsId(boolean isNewNameFirst) throws Exception {
    try (SteppedSite site = site()) {
      moveOver(site, "a.md", "b.md");
      Files.move(posts.resolve("c.md"), posts.resolve("d.md"));
      Files.move(posts.resolve("b.md"), posts.resolve("c.md"));
      Files.move(posts.resolve("d.md"), posts.resolve("b.md"));
      if (isNewNameFirst) {
        site.turn(come("c.md"));
        assertThat(site.ids()).containsValues(ID + "a", ID + "c");
        site.turn(gone("c.md"), gone("b.md"), come("b.md"));
      } else {
        site.turn(gone("b.md"), come("b.md"));
        assertThat(site.ids()).containsValues(ID + "a", ID + "c");
        site.turn(gone("c.md"), come("c.md"));
      }
      site.wait(SECOND);
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "c", "c.md", ID + "a"));
    }
  }

  @Test
  void aPostStandsInOneFileAlthoughItsFormerOneIsReplacedAndWrittenTo() throws Exception {
    try (SteppedSite site = site()) {
      Files.move(posts.resolve("b.md"), posts.resolve("d.md"));
      Files.move(posts.resolve("a.md"), posts.resolve("b.md"));
      Files.move(posts.resolve("c.md"), posts.resolve("a.md"));
      site.turn(gone("a.md"), come("b.md"));
      writeNow(site, "a.md", post("C", "2024-03-03", "A line of the text of c") + "More.\n");
      site.turn(come("d.md"));
      assertThat(site.ids()).containsValues(ID + "a", ID + "b", ID + "c").hasSize(3);
      site.turn(gone("c.md"), changed("a.md"));
      site.wait(SECOND);
      assertThat(site.ids())
          .isEqualTo(Map.of("a.md", ID + "c", "b.md", ID + "a", "d.md", ID + "b"));
    }
  }
}

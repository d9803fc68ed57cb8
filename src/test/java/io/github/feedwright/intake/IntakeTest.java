package io.github.feedwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Posts;
import io.github.feedwright.post.field.Authors;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.web.Stamps;
import io.github.feedwright.web.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order the files of a page bundle come and go. */
final class IntakeTest {
  private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");
  private static final String DATED = "---\ntitle: T\ndate: 2020-01-01\n---\nText.\n";
  private static final String DRAFT = DATED.replace("title", "draft: true\ntitle");

  @TempDir private Path posts;
  private final Holdings holdings = new Holdings();

  private Intake intake() {
    return intake(holdings);
  }

  private Intake intake(Holdings holdings) {
    Settings settings = Posts.settings();
    Workshop workshop = new Workshop(Runnable::run, new Stamps(), Set.of());
    PostParser parser = new PostParser(settings, Authors.none());
    return new Intake(settings, new SourceTree(posts), parser, holdings, workshop);
  }

  private void write(String path, String text, Instant modified) throws IOException {
    Path file = posts.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private boolean shows(String path) {
    holdings.looked(NOW);
    holdings.turn(NOW);
    return holdings.showing(path, NOW) != null || holdings.served(path) != null;
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
    Intake intake = intake();
    write("trip/b/a.md", DATED, NOW.minusSeconds(60));
    write("trip/b/a.png", "PNG", NOW.minusSeconds(60));
    write(index, DRAFT, NOW.minusSeconds(60));
    assertThat(intake.look("trip/b/a.png", Signal.What.APPEARED, NOW)).isTrue();
    assertThat(shows("trip/b/a.png")).isFalse();
    assertThat(intake.look("trip/b/a.md", Signal.What.APPEARED, NOW)).isTrue();
    assertThat(shows("trip/b/a.md")).isFalse();
  }

  @Test
  void aDraftOfEverythingIsSeenBeforeWhatIsMovedInWithIt() throws Exception {
    Intake intake = intake();
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    write("_index.md", DRAFT, NOW.minusSeconds(60));
    intake.look("trip/a.md", Signal.What.APPEARED, NOW);
    assertThat(shows("trip/a.md")).isFalse();
  }

  @Test
  void whatArrivesBeforeAnIndexThatIsThereWaitsForIt() throws Exception {
    Intake intake = intake();
    write("trip/b/a.md", DATED, NOW.minusSeconds(60));
    write("trip/a.png", "PNG", NOW.minusSeconds(60));
    write("trip/index.md", DRAFT, NOW);
    assertThat(intake.look("trip/b/a.md", Signal.What.APPEARED, NOW)).isTrue();
    assertThat(intake.look("trip/a.png", Signal.What.APPEARED, NOW)).isTrue();
    assertThat(shows("trip/b/a.md")).isFalse();
    assertThat(shows("trip/a.png")).isFalse();

    write("trip/index.md", DATED, NOW.plusSeconds(1));
    Instant later = NOW.plusSeconds(2);
    assertThat(intake.look("trip/index.md", Signal.What.CHANGED, later)).isTrue();
    assertThat(shows("trip/b/a.md")).isTrue();
    assertThat(shows("trip/a.png")).isTrue();
  }

  @Test
  void anIndexThatIsNeverReadIsNotWaitedFor() throws Exception {
    Intake intake = intake();
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    write("trip/index.md", DRAFT, NOW);
    intake.look("trip/index.md", Signal.What.APPEARED, NOW);
    intake.look("trip/a.md", Signal.What.APPEARED, NOW);
    assertThat(shows("trip/a.md")).isFalse();

    Files.delete(posts.resolve("trip/index.md"));
    intake.look("trip/index.md", Signal.What.REMOVED, NOW);
    assertThat(shows("trip/a.md")).isTrue();
  }

  @Test
  void anEmptyPostsFolderCounts() throws Exception {
    write("blog/_posts/.gitkeep", "", NOW.minusSeconds(60));
    write("about.md", DATED, NOW.minusSeconds(60));
    Intake intake = intake();
    intake.takeAll(new SourceTree(posts).list(), NOW);
    assertThat(shows("about.md")).isFalse();
    assertThat(intake.follow(new SourceTree(posts).list().directories().keySet(), Duration.ZERO))
        .isFalse();
    assertThat(intake.wants("about.md")).isFalse();
  }

  @Test
  void aPictureIsNoIndex() throws Exception {
    Intake intake = intake();
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    write("trip/index.png", "PNG", NOW);
    intake.look("trip/a.md", Signal.What.APPEARED, NOW);
    intake.look("trip/index.png", Signal.What.APPEARED, NOW);
    assertThat(shows("trip/a.md")).isTrue();
  }

  @Test
  void whatGoesTogetherWithItsIndexNeverShows() throws Exception {
    write("trip/index.md", DRAFT, NOW.minusSeconds(60));
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    write("trip/b.md", DATED, NOW.minusSeconds(60));
    Intake intake = intake();
    intake.takeAll(new SourceTree(posts).list(), NOW);
    Files.delete(posts.resolve("trip/index.md"));
    Files.delete(posts.resolve("trip/a.md"));

    intake.look("trip/index.md", Signal.What.REMOVED, NOW);
    intake.look("trip/a.md", Signal.What.REMOVED, NOW.plusMillis(500));
    assertThat(intake.look("trip/index.md", Signal.What.CHANGED, NOW.plusSeconds(1))).isTrue();
    assertThat(shows("trip/a.md")).isFalse();
    assertThat(shows("trip/b.md")).isTrue();
  }

  @Test
  void anIndexThatIsWrittenWhileANewConfigurationStartsMayBeADraft() throws Exception {
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    Intake former = intake(new Holdings());
    former.takeAll(new SourceTree(posts).list(), NOW);
    write("trip/index.md", DRAFT, NOW);
    intake().takeSettled(new SourceTree(posts).list(), NOW, former);
    assertThat(shows("trip/a.md")).isFalse();
  }

  @Test
  void anIndexThatIsNewInAPublicFolderHidesNothingBeforeItIsRead() throws Exception {
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    Intake intake = intake();
    intake.takeAll(new SourceTree(posts).list(), NOW);
    write("trip/index.md", DRAFT, NOW);
    write("trip/_index.md", DRAFT, NOW);
    assertThat(intake.look("trip/index.md", Signal.What.CHANGED, NOW)).isFalse();
    assertThat(intake.look("trip/_index.md", Signal.What.CHANGED, NOW)).isFalse();
    assertThat(shows("trip/a.md")).isTrue();
    assertThat(intake.look("trip/index.md", Signal.What.CHANGED, NOW.plusSeconds(1))).isTrue();
    assertThat(shows("trip/a.md")).isFalse();
  }

  @Test
  void anIndexThatIsBeingWrittenIsWaitedForHoweverOftenItIsLookedAt() throws Exception {
    write("trip/index.md", DRAFT, NOW);
    write("trip/a.md", DATED, NOW.minusSeconds(60));
    Intake intake = intake();
    for (int look = 0; look < 3; look++) {
      write("trip/index.md", DRAFT + "x".repeat(look), NOW);
      assertThat(intake.look("trip/index.md", Signal.What.CHANGED, NOW)).isFalse();
    }
    assertThat(intake.look("trip/a.md", Signal.What.CHANGED, NOW)).isTrue();
    assertThat(intake.look("trip/index.md", Signal.What.CHANGED, NOW)).isFalse();
    assertThat(shows("trip/a.md")).isFalse();
  }
}

package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A post takes the id of its line in {@code ids.tsv} along, and the server says what to write. */
final class RecordedLinesTest {
  private static final String ID = "tag:example.org,2013:";
  private static final String SITE =
      "site: {title: T, url: \"https://example.org/\", id: \"tag:example.org,2013\"}\n";
  private static final String LEFT =
      "ids.tsv:1: warning: the post of \"a.md\" is in another file now, and its id \"X\" with it;"
          + " run feedwright ids --write, or move the line";

  @TempDir private Path posts;

  private static String post(String title, String date) {
    String line = "A line of the text of " + title + ".\n";
    return "---\ntitle: " + title + "\ndate: " + date + "\n---\n" + line.repeat(9);
  }

  private static Signal.Touched come(String path) {
    return new Signal.Touched(path, FileEvent.APPEARED);
  }

  @BeforeEach
  void writeTwoPosts() throws IOException {
    SteppedSite.write(posts, "a.md", post("Old", "2024-01-01"));
    SteppedSite.write(posts, "b.md", post("New", "2024-02-02"));
  }

  private SteppedSite site(String lines) throws IOException {
    SteppedSite.write(posts, IdsFile.NAME, lines.replace(" ", "\t").replace("|", "\n"));
    SteppedSite site = start();
    site.settle();
    return site;
  }

  private SteppedSite start() throws IOException {
    return SteppedSite.on(posts, SITE, CacheLimits.USUAL);
  }

  private void swap() throws IOException {
    Files.move(posts.resolve("a.md"), posts.resolve(".a"));
    Files.move(posts.resolve("b.md"), posts.resolve("a.md"));
    Files.move(posts.resolve(".a"), posts.resolve("b.md"));
  }

  /** What {@code ids --write} does. */
  private void writeDown(SteppedSite site) throws IOException {
    List<RecordedId> ids =
        site.runtime()
            .pipeline()
            .continuity()
            .unwritten(site.runtime().pipeline().edition().library());
    String text = Files.exists(posts.resolve(IdsFile.NAME)) ? lines() : "";
    SteppedSite.write(posts, IdsFile.NAME, IdsFile.read(text).with(ids));
  }

  private String lines() throws IOException {
    return Files.readString(posts.resolve(IdsFile.NAME));
  }

  @ParameterizedTest
  @CsvSource({"a.md X|, X, b", "b.md X|, a, X", "a.md X|b.md Y|, X, Y"})
  void postsThatSwapTheirFilesTakeTheIdsOfTheirLinesAlong(String lines, String old, String young)
      throws Exception {
    String a = old.equals("X") ? old : ID + old;
    String b = young.equals("b") ? ID + young : young;
    try (SteppedSite site = site(lines)) {
      assertThat(site.ids()).isEqualTo(Map.of("a.md", a, "b.md", b));
      swap();
      site.turn(come("a.md"), come("b.md"));
      Map<String, String> swapped = Map.of("a.md", b, "b.md", a);
      assertThat(site.ids()).isEqualTo(swapped);
      site.settle();
      assertThat(site.ids()).isEqualTo(swapped);
      try (SteppedSite restarted = SteppedSite.after(site.published(), posts, SITE)) {
        assertThat(restarted.ids()).isEqualTo(swapped);
      }
      site.reconfigure(SITE + "feeds: {items: 30}\n");
      assertThat(site.ids()).isEqualTo(swapped);

      writeDown(site);
      site.turn(come(IdsFile.NAME));
      assertThat(site.ids()).isEqualTo(swapped);
      assertThat(site.idProblems()).isEmpty();
      try (SteppedSite replica = start()) {
        assertThat(replica.ids()).isEqualTo(swapped);
      }
    }
  }

  @Test
  void postsThatAreSwappedBackHaveTheirLinesAgain() throws Exception {
    try (SteppedSite site = site("a.md X|")) {
      swap();
      site.turn(come("a.md"), come("b.md"));
      assertThat(site.idProblems()).hasSize(3).contains(LEFT);
      swap();
      site.turn(come("a.md"), come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", "X", "b.md", ID + "b"));
      assertThat(site.idProblems()).isEmpty();
    }
  }

  /** However old it is: the id belongs to who was published with it. */
  @ParameterizedTest
  @ValueSource(strings = {"2013-03-03", "2024-03-03"})
  void aPostThatMakesRoomForANewOneTakesTheIdOfItsLineAlong(String date) throws Exception {
    try (SteppedSite site = site("a.md X|")) {
      Files.move(posts.resolve("a.md"), posts.resolve("c.md"));
      SteppedSite.write(posts, "a.md", post("Newest", date));
      site.turn(come("c.md"), come("a.md"));
      Map<String, String> ids = Map.of("a.md", ID + "a", "b.md", ID + "b", "c.md", "X");
      assertThat(site.ids()).isEqualTo(ids);
      assertThat(site.idProblems()).hasSize(2).contains(LEFT);
      writeDown(site);
      assertThat(lines()).isEqualTo("c.md\tX\t2024-01-01T00:00:00Z\tpublished before\n");
      try (SteppedSite replica = start()) {
        assertThat(replica.ids()).isEqualTo(ids);
      }
    }
  }

  /** A checkout brings them one after the other; the lines are for the files as they will be. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void linesThatAreWrittenTogetherWithASwapCount(boolean areFirst) throws Exception {
    try (SteppedSite site = site("a.md X|")) {
      String lines = "a.md\t" + ID + "b\nb.md\tX\n";
      if (areFirst) {
        SteppedSite.write(posts, IdsFile.NAME, lines);
        site.turn(come(IdsFile.NAME));
      }
      swap();
      site.turn(come("a.md"), come("b.md"));
      if (!areFirst) {
        SteppedSite.write(posts, IdsFile.NAME, lines);
        site.turn(come(IdsFile.NAME));
      }
      site.settle();
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "b", "b.md", "X"));
      assertThat(site.idProblems()).isEmpty();
    }
  }

  @Test
  void aPostThatIsRenamedOverAnotherOneDoesNotTakeTheIdOfItsLine() throws Exception {
    Map<String, String> ids = Map.of("b.md", ID + "a");
    try (SteppedSite site = site("b.md X|")) {
      Files.move(posts.resolve("a.md"), posts.resolve("b.md"), StandardCopyOption.REPLACE_EXISTING);
      site.turn(come("b.md"));
      site.wait(Duration.ofSeconds(1));
      site.settle();
      assertThat(site.ids()).isEqualTo(ids);
      try (SteppedSite restarted = SteppedSite.after(site.published(), posts, SITE)) {
        restarted.settle();
        assertThat(restarted.ids()).isEqualTo(ids);
        writeDown(restarted);
        assertThat(lines())
            .isEqualTo("b.md\t" + ID + "a\t2024-01-01T00:00:00Z\tpublished before\n");
      }
      try (SteppedSite replica = start()) {
        assertThat(replica.ids()).isEqualTo(ids);
      }
    }
  }

  /** A line that only confirms an id is for the post that is there, and not for the next one. */
  @Test
  void postsThatSwapTheirFilesRightAfterTheirIdsWereWrittenKeepThem() throws Exception {
    try (SteppedSite site = start()) {
      Files.move(posts.resolve("a.md"), posts.resolve("c.md"));
      Files.move(posts.resolve("b.md"), posts.resolve("a.md"));
      Files.move(posts.resolve("c.md"), posts.resolve("b.md"));
      site.turn(come("a.md"), come("b.md"));
      Map<String, String> ids = Map.of("a.md", ID + "b", "b.md", ID + "a");
      assertThat(site.ids()).isEqualTo(ids);
      writeDown(site);
      site.turn(come(IdsFile.NAME));
      Files.move(posts.resolve("a.md"), posts.resolve("c.md"));
      Files.move(posts.resolve("b.md"), posts.resolve("a.md"));
      site.turn(come("a.md"), come("c.md"));
      site.settle();
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a", "c.md", ID + "b"));
    }
  }

  /** As the report advises: the line was left behind by a post that makes room for another one. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anIdInTheFrontMatterComesBeforeALineOfAnotherPath(boolean isRenamed) throws Exception {
    try (SteppedSite site = site("a.md X|")) {
      if (isRenamed) {
        Files.move(posts.resolve("a.md"), posts.resolve("c.md"));
        SteppedSite.write(posts, "a.md", post("Newest", "2013-03-03"));
        site.turn(come("c.md"), come("a.md"));
      }
      String path = isRenamed ? "c.md" : "b.md";
      String text = Files.readString(posts.resolve(path));
      site.write(path, text.replace("\ndate:", "\nguid: X\ndate:"));
      site.settle();
      assertThat(site.ids()).containsEntry(path, "X").containsEntry("a.md", ID + "a");
      assertThat(site.idProblems())
          .containsExactly(
              "ids.tsv:1: warning: the id \"X\" is the guid in the front matter of "
                  + path
                  + ", so it is not that of \"a.md\"; remove the line, or the guid");
      try (SteppedSite replica = start();
          SteppedSite restarted = SteppedSite.after(site.published(), posts, SITE)) {
        assertThat(replica.ids()).isEqualTo(site.ids());
        assertThat(restarted.ids()).isEqualTo(site.ids());
        assertThat(replica.idProblems()).isEqualTo(site.idProblems());
        replica.write(path, text);
        replica.settle();
        assertThat(replica.ids()).containsEntry("a.md", "X");
        assertThat(replica.idProblems()).isEmpty();
      }
    }
  }

  /** Nobody reads the draft or the scheduled post, so the post that has the id keeps it. */
  @ParameterizedTest
  @ValueSource(strings = {"draft: true", "date: 2099-01-01"})
  void aPostThatIsNotShownTakesNoId(String hidden) throws Exception {
    try (SteppedSite site = site("a.md X|")) {
      String text = post("Again", "2024-03-03").replace("\ndate:", "\nguid: X\ndate:");
      site.write("a-v2.md", text.replace("date: 2024-03-03", hidden));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", "X", "b.md", ID + "b"));
      assertThat(site.idProblems()).isEmpty();
      site.write("a-v2.md", text);
      site.settle();
      assertThat(site.ids()).containsEntry("a-v2.md", "X").containsEntry("a.md", ID + "a");
    }
  }

  /** Replicas that see two new files of one name and date in different orders: one says so. */
  @Test
  void ofReplicasThatDifferTheOneThatDiffersFromTheFilesSaysWhatToWrite() throws Exception {
    try (SteppedSite one = start();
        SteppedSite other = start()) {
      SteppedSite.write(posts, "x/n.md", post("X", "2024-03-03"));
      one.turn(come("x/n.md"));
      SteppedSite.write(posts, "y/n.md", post("Y", "2024-03-03"));
      other.turn(come("y/n.md"));
      one.turn(come("y/n.md"));
      other.turn(come("x/n.md"));
      assertThat(one.ids())
          .containsEntry("x/n.md", ID + "n")
          .containsEntry("y/n.md", ID + "y/n.md");
      assertThat(other.ids()).containsEntry("x/n.md", ID + "x/n.md");
      assertThat(other.idProblems()).isEmpty();
      assertThat(one.idProblems())
          .containsExactly(
              "x/n.md:1: error: the post was published with the id \""
                  + ID
                  + "n\", which its file name no longer gives; only the cache keeps it:"
                  + " add guid: "
                  + ID
                  + "n, or run feedwright ids --write");

      writeDown(one);
      one.turn(come(IdsFile.NAME));
      other.turn(come(IdsFile.NAME));
      other.settle();
      assertThat(other.ids()).isEqualTo(one.ids());
      assertThat(other.idProblems()).isEmpty();
      try (SteppedSite third = start()) {
        assertThat(third.ids()).isEqualTo(one.ids());
      }
    }
  }
}

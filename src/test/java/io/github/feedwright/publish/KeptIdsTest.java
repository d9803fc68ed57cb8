package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A post that was published keeps its id, whatever its file is named and what comes beside it. */
final class KeptIdsTest {
  private static final String ID = "tag:example.org,2013:";
  private static final String SITE =
      "site: {title: T, url: \"https://example.org/\", id: \"tag:example.org,2013\"}\n";

  @TempDir private Path posts;
  @TempDir private Path elsewhere;

  private static String text(int seed) {
    return IntStream.range(0, 20)
        .mapToObj(line -> "Line " + line + " of text " + seed + " says this.\n")
        .collect(Collectors.joining());
  }

  private static String post(String fields, String text) {
    return "---\n" + fields + "\n---\n" + text;
  }

  private void write(String path, String fields, int seed) throws IOException {
    SteppedSite.write(posts, path, post(fields, text(seed)));
  }

  private void write(String path, String fields, int seed, String more) throws IOException {
    SteppedSite.write(posts, path, post(fields, text(seed) + more));
  }

  private SteppedSite site() {
    return SteppedSite.on(posts, SITE, CacheLimits.USUAL);
  }

  private void rename(String from, String to) throws IOException {
    Files.createDirectories(posts.resolve(to).getParent());
    Files.move(posts.resolve(from), posts.resolve(to));
  }

  private static Signal.Touched gone(String path) {
    return new Signal.Touched(path, FileEvent.REMOVED);
  }

  private static Signal.Touched come(String path) {
    return new Signal.Touched(path, FileEvent.APPEARED);
  }

  private static String kept(String path, String id) {
    return path
        + ":1: error: the post was published with the id \""
        + id
        + "\", which its file name no longer gives; only the cache keeps it: add"
        + " guid: "
        + id
        + ", or run feedwright ids --write";
  }

  @Test
  void aRenamedPostKeepsItsIdAndTheCureIsSaid() throws Exception {
    write("2024-01-01-a.md", "title: A", 1);
    try (SteppedSite site = site()) {
      rename("2024-01-01-a.md", "2024-01-01-b.md");
      site.turn(gone("2024-01-01-a.md"), come("2024-01-01-b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("2024-01-01-b.md", ID + "2024-01-01-a"));
      assertThat(site.idProblems()).containsExactly(kept("2024-01-01-b.md", ID + "2024-01-01-a"));
      assertThat(site.body("/rss.xml"))
          .containsOnlyOnce("<guid")
          .contains("<guid isPermaLink=\"false\">" + ID + "2024-01-01-a</guid>");

      site.write("2024-01-01-b.md", post("title: A\nguid: " + ID + "2024-01-01-a", text(1)));
      assertThat(site.ids()).isEqualTo(Map.of("2024-01-01-b.md", ID + "2024-01-01-a"));
      assertThat(site.idProblems()).isEmpty();
    }
  }

  @Test
  void aGuidIsInRssAsItsAuthorWroteItAndAnIriInAtom() throws Exception {
    write("a.md", "date: 2024-01-01\nguid: 5f3c9a2be1", 1);
    write("b.md", "date: 2024-01-02\nguid: https://ex.org/日本/ x", 2);
    try (SteppedSite site = site()) {
      assertThat(site.body("/rss.xml"))
          .contains("<guid isPermaLink=\"false\">5f3c9a2be1</guid>")
          .contains(">https://ex.org/日本/ x</guid>");
      assertThat(site.body("/atom.xml"))
          .contains("<id>" + ID + "5f3c9a2be1</id>")
          .contains("<id>" + ID + "https://ex.org/%E6%97%A5%E6%9C%AC/%20x</id>");
      assertThat(site.body("/feed.json")).contains("\"id\": \"" + ID + "5f3c9a2be1\"");
    }
  }

  @Test
  void theOrderInWhichTheFilesAreSeenDoesNotMatter() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      rename("a.md", "b.md");
      site.turn(come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a"));
    }
  }

  /** As after a checkout: the event of the new name came first, and only the dates are equal. */
  @Test
  void theOrderDoesNotMatterEitherIfThePostIsEditedAtOnce() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      rename("a.md", "c/b.md");
      write("c/b.md", "date: 2024-01-01", 1, "One more line.\n");
      site.turn(come("c/b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("c/b.md", ID + "a"));
    }
  }

  @Test
  void theOrderDoesNotMatterEitherIfOnlyTheNumberThatWordPressGaveIsLeft() throws Exception {
    write("a.md", "date: 2024-01-01\nwordpress_id: 7", 1);
    try (SteppedSite site = site()) {
      rename("a.md", "c/b.md");
      write("c/b.md", "date: 2024-02-02\nwordpress_id: 7", 2);
      site.turn(come("c/b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("c/b.md", ID + "a"));
    }
  }

  /** A listing may lack a file that is renamed while it is read. */
  @Test
  void aPostIsNotGoneWhileTheLastScanIsOlderThanItsAbsence() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      rename("a.md", "b.md");
      site.turn(gone("a.md"));
      site.lateTurn(Duration.ofSeconds(8));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
      site.turn(come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a"));
    }
  }

  @Test
  void aPostThatIsRenamedAgainAndBackKeepsItsId() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      for (String[] each : new String[][] {{"a.md", "b.md"}, {"b.md", "c/d.md"}}) {
        rename(each[0], each[1]);
        site.turn(gone(each[0]), come(each[1]));
        assertThat(site.ids()).isEqualTo(Map.of(each[1], ID + "a"));
      }
      rename("c/d.md", "a.md");
      site.turn(gone("c/d.md"), come("a.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
      assertThat(site.idProblems()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNewNameThatABusyServerSeesLateIsInTime(boolean isStillWritten) throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      rename("a.md", "b.md");
      site.turn(gone("a.md"));
      if (isStillWritten) {
        Files.setLastModifiedTime(
            posts.resolve("b.md"), FileTime.from(site.now().plus(Duration.ofSeconds(5))));
      }
      site.lateTurn(Duration.ofSeconds(4), gone("a.md"), come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of(isStillWritten ? "a.md" : "b.md", ID + "a"));
      site.wait(Duration.ofSeconds(1));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a"));
    }
  }

  @Test
  void aPostIsNotGoneWhileItsNewNameWaitsForOthersHoweverLateItIsSeen() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      rename("a.md", "b.md");
      site.turn(gone("a.md"));
      write("z.md", "date: 2024-01-02", 2);
      Files.setLastModifiedTime(
          posts.resolve("z.md"), FileTime.from(site.now().plus(Duration.ofSeconds(13))));
      site.lateTurn(Duration.ofSeconds(12), gone("a.md"), come("z.md"), come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
      site.wait(Duration.ofSeconds(1));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a", "z.md", ID + "z"));
    }
  }

  /** While there is a folder of that name, other files are no posts, though they stay there. */
  @Test
  void postsKeepTheirIdsWhenAPostsFolderWithThemComesAndGoes() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    write("b.md", "date: 2024-01-02", 2);
    try (SteppedSite site = site()) {
      write("_posts/a.md", "date: 2024-01-01", 3);
      write("_posts/b.md", "date: 2024-01-02", 4);
      site.seeFolders();
      site.turn(come("a.md"), come("b.md"), come("_posts/a.md"), come("_posts/b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("_posts/a.md", ID + "a", "_posts/b.md", ID + "b"));

      Files.move(posts.resolve("_posts"), elsewhere.resolve("_posts"));
      site.seeFolders();
      site.turn(gone("_posts/a.md"), gone("_posts/b.md"));
      site.wait(Duration.ofSeconds(2));
      site.seeFolders();
      site.wait(Duration.ZERO);
      assertThat(site.ids()).hasSize(2);
      site.turn(come("a.md"), come("b.md"), gone("_posts/a.md"), gone("_posts/b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a", "b.md", ID + "b"));
      assertThat(site.idProblems()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"20, a", "60, b"})
  void aPostThatIsRenamedAndEditedALittleKeepsItsId(int percent, String stem) throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      rename("a.md", "b.md");
      String edited =
          IntStream.range(0, 20)
              .mapToObj(
                  line ->
                      line < 20 * percent / 100
                          ? "A new line, the number " + line + ".\n"
                          : "Line " + line + " of text 1 says this.\n")
              .collect(Collectors.joining());
      SteppedSite.write(posts, "b.md", post("date: 2024-01-01", edited));
      site.turn(gone("a.md"), come("b.md"));
      assertThat(site.ids()).containsEntry("b.md", ID + stem);
    }
  }

  @Test
  void ofTwoIdenticalNewFilesNeitherIsTheOneThatWentAndBothAreReported() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      rename("a.md", "b.md");
      Files.copy(posts.resolve("b.md"), posts.resolve("c.md"));
      Files.setLastModifiedTime(
          posts.resolve("c.md"), Files.getLastModifiedTime(posts.resolve("b.md")));
      site.turn(gone("a.md"), come("b.md"), come("c.md"));
      site.wait(Duration.ofSeconds(3));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "b", "c.md", ID + "c"));
      String message =
          ":1: warning: this new file may be a.md (guid: "
              + ID
              + "a) under a new name, but so may another new file; it has a new id, so readers see it"
              + " as new: add that guid if it is the same post";
      assertThat(site.idProblems()).containsExactly("b.md" + message, "c.md" + message);
    }
  }

  @Test
  void ofTwoIdenticalNewFilesTheFirstWaitsForTheSecondThatIsStillBeingWritten() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      rename("a.md", "b.md");
      Files.copy(posts.resolve("b.md"), posts.resolve("c.md"));
      Files.setLastModifiedTime(
          posts.resolve("c.md"), FileTime.from(Instant.parse("2030-05-05T12:00:01Z")));
      site.turn(gone("a.md"), come("b.md"), come("c.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
      site.wait(Duration.ofMillis(300));
      assertThat(site.ids())
          .isEqualTo(Map.of("a.md", ID + "a", "b.md", ID + "b", "c.md", ID + "c"));
      site.wait(Duration.ofSeconds(3));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "b", "c.md", ID + "c"));
    }
  }

  @Test
  void aCopyHasANewIdAndTheOriginalKeepsIts() throws Exception {
    write("a.md", "date: 2024-01-01\nguid: x:1", 1);
    write("c.md", "date: 2024-01-01", 2);
    try (SteppedSite site = site()) {
      Files.copy(posts.resolve("a.md"), posts.resolve("b.md"));
      Files.copy(posts.resolve("c.md"), posts.resolve("d.md"));
      site.turn(come("b.md"), come("d.md"));
      site.wait(Duration.ofSeconds(3));
      assertThat(site.ids())
          .isEqualTo(
              Map.of("a.md", "x:1", "b.md", ID + "b.md", "c.md", ID + "c", "d.md", ID + "d"));
    }
  }

  @Test
  void whatIsCopiedFirstAndDeletedThenIsRenamed() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      Files.copy(posts.resolve("a.md"), posts.resolve("b.md"));
      site.turn(come("b.md"));
      site.wait(Duration.ofMillis(500));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
      Files.delete(posts.resolve("a.md"));
      site.turn(gone("a.md"));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a"));
    }
  }

  @ParameterizedTest
  @CsvSource({"2025-01-01", "2009-01-01"})
  void aNewcomerOfTheSameNameTakesItsPathHoweverOldItIs(String date) throws Exception {
    write("a/x.md", "date: 2024-01-01", 1);
    try (SteppedSite site = site()) {
      site.write("b/x.md", post("date: " + date, text(2)));
      Map<String, String> ids = Map.of("a/x.md", ID + "x", "b/x.md", ID + "b/x.md");
      assertThat(site.ids()).isEqualTo(ids);
      boolean isOlder = date.startsWith("2009");
      assertThat(site.idProblems())
          .isEqualTo(isOlder ? List.of(kept("a/x.md", ID + "x")) : List.of());
      try (SteppedSite next = SteppedSite.after(site.published(), posts, SITE)) {
        assertThat(next.ids()).isEqualTo(ids);
      }
      site.write("a/x.md", post("date: 2024-01-01\nguid: " + ID + "x", text(1)));
      assertThat(site.idProblems()).isEmpty();
      assertThat(site.ids()).isEqualTo(ids);
      try (SteppedSite replica = site()) {
        assertThat(replica.ids()).isEqualTo(ids);
      }
    }
  }

  @Test
  void aNewcomerThatClaimsAPublishedIdDoesNotGetIt() throws Exception {
    write("b.md", "date: 2024-01-01\nguid: x:1", 1);
    write("c.md", "date: 2024-01-01", 2);
    try (SteppedSite site = site()) {
      site.write("a.md", post("date: 2009-01-01\nguid: x:1", text(3)));
      site.write("d.md", post("date: 2009-01-01\nguid: " + ID + "c", text(4)));
      site.wait(Duration.ofSeconds(3));
      assertThat(site.ids())
          .isEqualTo(
              Map.of("b.md", "x:1", "a.md", ID + "a.md", "c.md", ID + "c", "d.md", ID + "d.md"));
    }
  }

  @Test
  void whoOnceTookItsPathKeepsThatIdWhenItsNamesakeGoes() throws Exception {
    write("a/x.md", "date: 2024-01-01", 1);
    write("b/x.md", "date: 2025-01-01", 2);
    try (SteppedSite site = site()) {
      assertThat(site.ids()).containsEntry("b/x.md", ID + "b/x.md");
      site.delete("a/x.md");
      assertThat(site.ids()).isEqualTo(Map.of("b/x.md", ID + "b/x.md"));
      assertThat(site.idProblems()).containsExactly(kept("b/x.md", ID + "b/x.md"));
    }
  }

  @Test
  void anotherDateDoesNotMoveTheIdOfANamesake() throws Exception {
    write("a/x.md", "date: 2024-01-01", 1);
    write("b/x.md", "date: 2025-01-01", 2);
    try (SteppedSite site = site()) {
      site.write("a/x.md", post("date: 2026-01-01", text(1)));
      site.settle();
      assertThat(site.ids()).isEqualTo(Map.of("a/x.md", ID + "x", "b/x.md", ID + "b/x.md"));
    }
  }

  @Test
  void whatWasRenamedWhileTheServerWasStoppedIsSeenAtTheStart() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    write("b.md", "date: 2024-01-02", 2);
    PublishedPosts memory;
    try (SteppedSite site = site()) {
      memory = site.published();
    }
    rename("a.md", "c.md");
    try (SteppedSite site = SteppedSite.after(memory, posts, SITE)) {
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "b", "c.md", ID + "a"));
      assertThat(site.idProblems()).containsExactly(kept("c.md", ID + "a"));
      memory = site.published();
    }
    try (SteppedSite site = SteppedSite.after(memory, posts, SITE)) {
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "b", "c.md", ID + "a"));
    }
    try (SteppedSite site = site()) {
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "b", "c.md", ID + "c"));
    }
  }

  @Test
  void idsTsvIsReadAndFollowed() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    write("b.md", "date: 2024-01-02\nguid: x:2", 2);
    SteppedSite.write(
        posts, "ids.tsv", "a.md\thttp://old/?p=1\nb.md\tx:3\ngone.md\tx:4\nbad\nc.md\tx:5\r\n");
    try (SteppedSite site = site()) {
      assertThat(site.ids()).isEqualTo(Map.of("a.md", "http://old/?p=1", "b.md", "x:2"));
      assertThat(site.idProblems())
          .containsExactly(
              "ids.tsv:3: warning: there is no post \"gone.md\"; fix the path, or remove the line",
              "ids.tsv:4: error: \"bad\" is not a path and an id with a tab between them; fix or remove it",
              "ids.tsv:5: warning: the line ends with CR LF; save the file with LF only",
              "ids.tsv:5: warning: there is no post \"c.md\"; fix the path, or remove the line");
      site.write("c.md", post("date: 2024-01-03", text(3)));
      assertThat(site.ids()).containsEntry("c.md", "x:5");
      site.write("ids.tsv", "c.md\tx:6\n");
      site.settle();
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a", "b.md", "x:2", "c.md", "x:6"));
      Files.write(posts.resolve("ids.tsv"), new byte[] {'c', (byte) 0xFF});
      site.take("ids.tsv", FileEvent.APPEARED);
      site.wait(Duration.ofHours(1));
      assertThat(site.ids()).containsEntry("c.md", "x:6");
      assertThat(site.idProblems())
          .containsExactly(
              "ids.tsv:1: error: this is not UTF-8; save it as UTF-8; its previous content stays in effect");
    }
  }

  @Test
  void aLineThatWasLeftBehindTakesTheIdFromNoPost() throws Exception {
    write("b.md", "date: 2024-01-01", 1);
    SteppedSite.write(posts, "ids.tsv", "a.md\tx:1\nb.md\tx:1\n");
    try (SteppedSite site = site()) {
      assertThat(site.ids()).isEqualTo(Map.of("b.md", "x:1"));
      assertThat(site.idProblems())
          .containsExactly(
              "ids.tsv:1: warning: there is no post \"a.md\", and b.md has its id; remove the line");
      site.write("a.md", post("date: 2024-01-02", text(2)));
      assertThat(site.ids()).containsEntry("b.md", "x:1").containsEntry("a.md", ID + "a.md");
      site.delete("a.md");
      assertThat(site.ids()).isEqualTo(Map.of("b.md", "x:1"));
    }
  }

  @Test
  void withoutIdsTsvNothingChangesWhereNothingWasRenamed() throws Exception {
    write("a.md", "date: 2024-01-01", 1);
    write("b/a.md", "date: 2024-01-02", 2);
    SteppedSite.write(posts, "ids.tsv", "# nothing yet\n");
    Map<String, String> bodies = new TreeMap<>();
    try (SteppedSite site = site()) {
      for (String path : new String[] {"/rss.xml", "/atom.xml", "/feed.json"}) {
        bodies.put(path, site.body(path));
      }
      site.delete("ids.tsv");
      bodies.forEach((path, body) -> assertThat(site.body(path)).isEqualTo(body));
    }
    try (SteppedSite site = site()) {
      bodies.forEach((path, body) -> assertThat(site.body(path)).isEqualTo(body));
    }
  }

  @Test
  void whenAPostWasPublishedStandsInIdsTsvWhereItsFrontMatterDoesNotSay() throws Exception {
    write("2024-05-05-a.md", "title: A", 1);
    write("b.md", "date: 2024-05-05", 2);
    SteppedSite.write(
        posts,
        "ids.tsv",
        "2024-05-05-a.md\tx:1\t2013-07-12T13:35:41Z\nb.md\tx:2\t2013-07-12T13:35:41Z\n");
    try (SteppedSite site = site()) {
      assertThat(site.body("/atom.xml"))
          .containsOnlyOnce("<published>2013-07-12T13:35:41Z</published>")
          .containsOnlyOnce("<published>2024-05-05T00:00:00Z</published>");
    }
  }
}

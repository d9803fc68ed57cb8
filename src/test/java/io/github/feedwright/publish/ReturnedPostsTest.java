package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.library.Library;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The id follows the post: into a new file, and back after it was gone. */
final class ReturnedPostsTest {
  private static final String ID = "tag:example.org,2013:";
  private static final String SITE =
      "site: {title: T, url: \"https://example.org/\", id: \"tag:example.org,2013\"}\n";
  private static final String OLD = post("Old", "2024-01-01");
  private static final String NEW = post("New", "2024-02-02");

  @TempDir private Path posts;

  private static String post(String title, String date) {
    String line = "A line of the text of " + title + ".\n";
    return "---\ntitle: " + title + "\ndate: " + date + "\n---\n" + line.repeat(9);
  }

  private SteppedSite site(String... paths) throws IOException {
    for (String path : paths) {
      SteppedSite.write(posts, path, OLD);
    }
    return SteppedSite.on(posts, SITE, CacheLimits.USUAL);
  }

  private static Signal.Touched come(String path) {
    return new Signal.Touched(path, FileEvent.APPEARED);
  }

  private static Signal.Touched gone(String path) {
    return new Signal.Touched(path, FileEvent.REMOVED);
  }

  private void renameAndWriteAnother(String text) throws IOException {
    Files.move(posts.resolve("a.md"), posts.resolve("b.md"));
    SteppedSite.write(posts, "a.md", text);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPostThatMakesRoomForAnotherOneTakesItsIdAlong(boolean isNewNameFirst) throws Exception {
    try (SteppedSite site = site("a.md")) {
      renameAndWriteAnother(NEW);
      if (isNewNameFirst) {
        site.turn(come("b.md"), come("a.md"));
      } else {
        site.turn(come("a.md"), come("b.md"));
      }
      Map<String, String> ids = Map.of("a.md", ID + "a.md", "b.md", ID + "a");
      assertThat(site.ids()).isEqualTo(ids);
      site.settle();
      assertThat(site.ids()).isEqualTo(ids);
      assertThat(site.body("/atom.xml"))
          .contains("<id>" + ID + "a</id>", "<published>2024-02-02T00:00:00Z</published>");
      assertThat(site.idProblems())
          .singleElement()
          .asString()
          .startsWith("b.md:1: error: the post was published with the id \"" + ID + "a\"");
      try (SteppedSite next = SteppedSite.after(site.published(), posts, SITE)) {
        assertThat(next.ids()).isEqualTo(ids);
      }
    }
  }

  @Test
  void eachOfSeveralPostsThatMakeRoomForOneAnotherTakesItsIdAlong() throws Exception {
    try (SteppedSite site = site("a.md")) {
      renameAndWriteAnother(NEW);
      site.turn(come("b.md"), come("a.md"));
      Files.move(posts.resolve("b.md"), posts.resolve("c.md"));
      Files.move(posts.resolve("a.md"), posts.resolve("b.md"));
      SteppedSite.write(posts, "a.md", post("Newest", "2024-03-03"));
      site.turn(come("c.md"), come("b.md"), come("a.md"));
      site.settle();
      assertThat(site.ids()).containsEntry("c.md", ID + "a").containsEntry("b.md", ID + "a.md");
    }
  }

  @Test
  void noTwoPostsHaveOneIdIfAPostWhoseIdIsFromItsPathMakesRoom() throws Exception {
    SteppedSite.write(posts, "b/a.md", NEW);
    try (SteppedSite site = site("a.md")) {
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a", "b/a.md", ID + "b/a.md"));
      Files.move(posts.resolve("b/a.md"), posts.resolve("c.md"));
      site.turn(come("c.md"), gone("b/a.md"));
      site.write("b/a.md", post("Newest", "2024-03-03"));
      Map<String, String> ids =
          Map.of("a.md", ID + "a", "b/a.md", ID + "b/a.md~2", "c.md", ID + "b/a.md");
      assertThat(site.ids()).isEqualTo(ids);

      site.write("ids.tsv", "c.md\t" + ID + "b/a.md\n");
      assertThat(site.ids()).isEqualTo(ids);
      try (SteppedSite replica = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
        assertThat(replica.ids()).isEqualTo(ids);
      }

      site.delete("c.md");
      Map<String, String> left = Map.of("a.md", ID + "a", "b/a.md", ID + "b/a.md~2");
      assertThat(site.ids()).isEqualTo(left);
      assertThat(site.idProblems())
          .anyMatch(problem -> problem.contains("add guid: " + ID + "b/a.md~2"));
    }
  }

  /** Whether both files are seen at once or one after the other must not matter: replicas agree. */
  @ParameterizedTest
  @ValueSource(strings = {"a.md", "b.md"})
  void postsThatSwapTheirFilesKeepTheirIdsWhicheverFileIsSeenFirst(String first) throws Exception {
    SteppedSite.write(posts, "b.md", NEW);
    try (SteppedSite site = site("a.md")) {
      swap();
      site.turn(come(first));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "b", "b.md", ID + "a"));
      site.turn(come("a.md"), come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "b", "b.md", ID + "a"));
    }
  }

  /** Posts of one day from one template: only their titles tell which is which. */
  @Test
  void aPostWithTheTextAndDateOfOneThatWentButAnotherTitleIsNew() throws Exception {
    try (SteppedSite site = site("a.md")) {
      site.delete("a.md");
      site.write("b.md", OLD.replace("title: Old", "title: Other"));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "b"));
      site.write("c.md", OLD);
      assertThat(site.ids()).containsEntry("c.md", ID + "a");
    }
  }

  @Test
  void postsOfOneTemplateThatSwapTheirFilesKeepTheirIds() throws Exception {
    SteppedSite.write(posts, "b.md", OLD.replace("title: Old", "title: Other"));
    try (SteppedSite site = site("a.md")) {
      swap();
      site.turn(come("a.md"), come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "b", "b.md", ID + "a"));
    }
  }

  /** Posts of one day: a post that is out of sight for longer than a deletion takes is known. */
  @Test
  void postsOfOneDayThatSwapTheirFilesSlowlyKeepTheirIds() throws Exception {
    SteppedSite.write(posts, "b.md", post("Other", "2024-01-01"));
    try (SteppedSite site = site("a.md")) {
      Files.move(posts.resolve("a.md"), posts.resolve(".a"));
      Files.move(posts.resolve("b.md"), posts.resolve("a.md"));
      site.turn(come("a.md"), gone("b.md"));
      site.wait(Duration.ofSeconds(2));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "b"));
      Files.move(posts.resolve(".a"), posts.resolve("b.md"));
      site.turn(come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "b", "b.md", ID + "a"));
    }
  }

  private void swap() throws IOException {
    Files.move(posts.resolve("a.md"), posts.resolve(".a"));
    Files.move(posts.resolve("b.md"), posts.resolve("a.md"));
    Files.move(posts.resolve(".a"), posts.resolve("b.md"));
  }

  /** A script that renames three times may take as long as it takes. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void postsThatSwapTheirFilesStepByStepKeepTheirIdsAndNeverStandTwice(int seconds)
      throws Exception {
    SteppedSite.write(posts, "b.md", NEW);
    try (SteppedSite site = site("a.md")) {
      Files.move(posts.resolve("a.md"), posts.resolve(".a"));
      site.turn(gone("a.md"));
      site.wait(Duration.ofSeconds(seconds));
      Files.move(posts.resolve("b.md"), posts.resolve("a.md"));
      site.turn(come("a.md"), gone("b.md"));
      assertThat(site.ids())
          .isEqualTo(
              seconds == 0 ? Map.of("a.md", ID + "a", "b.md", ID + "b") : Map.of("a.md", ID + "b"));
      site.wait(Duration.ofSeconds(seconds));
      try (SteppedSite next = SteppedSite.after(site.published(), posts, SITE)) {
        Files.move(posts.resolve(".a"), posts.resolve("b.md"));
        Map<String, String> ids = Map.of("a.md", ID + "b", "b.md", ID + "a");
        site.turn(come("b.md"));
        assertThat(site.ids()).isEqualTo(ids);
        next.turn(come("b.md"));
        assertThat(next.ids()).isEqualTo(ids);
      }
    }
  }

  @Test
  void aPostThatIsRenamedOverAnotherOneAsADraftIsHiddenAtOnce() throws Exception {
    SteppedSite.write(posts, "b.md", NEW);
    try (SteppedSite site = site("a.md")) {
      SteppedSite.write(posts, "b.md", NEW.replace("title", "draft: true\ntitle"));
      Files.move(posts.resolve("b.md"), posts.resolve("a.md"), StandardCopyOption.REPLACE_EXISTING);
      site.turn(come("a.md"), gone("b.md"));
      assertThat(site.ids()).isEmpty();
    }
  }

  @Test
  void aPostWhoseFileTurnedIntoADraftOfAnotherKeepsItsIdInItsNewFile() throws Exception {
    SteppedSite.write(posts, "b.md", NEW);
    try (SteppedSite site = site("a.md")) {
      SteppedSite.write(posts, "a.md", NEW.replace("title", "draft: true\ntitle"));
      SteppedSite.write(posts, "b.md", OLD);
      site.turn(come("a.md"), come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a"));
    }
  }

  @Test
  void noneOfSeveralNamesakesTakesTheIdOfTheOneThatGoes() throws Exception {
    SteppedSite.write(posts, "x/a.md", NEW);
    SteppedSite.write(posts, "y/a.md", post("Newest", "2024-03-03"));
    try (SteppedSite site = site("a.md")) {
      site.delete("a.md");
      assertThat(site.ids()).isEqualTo(Map.of("x/a.md", ID + "x/a.md", "y/a.md", ID + "y/a.md"));
      assertThat(site.idProblems())
          .singleElement()
          .asString()
          .startsWith("x/a.md:1: error: the post was published with the id");
      // If only the first were written down, the other one would take the id that is free.
      Library library = site.runtime().pipeline().edition().library();
      assertThat(site.runtime().pipeline().continuity().unwritten(library))
          .extracting(RecordedId::path)
          .containsExactlyInAnyOrder("x/a.md", "y/a.md");
    }
  }

  @Test
  void aPostThatMadeRoomForAnotherOneWhileTheServerWasStoppedTakesItsIdAlong() throws Exception {
    PublishedPosts memory;
    try (SteppedSite site = site("a.md")) {
      memory = site.published();
    }
    renameAndWriteAnother(NEW);
    try (SteppedSite site = SteppedSite.after(memory, posts, SITE)) {
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a.md", "b.md", ID + "a"));
    }
  }

  @Test
  void aPostThatWasRenamedOverAnotherOneWhileTheServerWasStoppedKeepsItsId() throws Exception {
    SteppedSite.write(posts, "b.md", NEW);
    PublishedPosts memory;
    try (SteppedSite site = site("a.md")) {
      memory = site.published();
    }
    Files.move(posts.resolve("b.md"), posts.resolve("a.md"), StandardCopyOption.REPLACE_EXISTING);
    try (SteppedSite site = SteppedSite.after(memory, posts, SITE)) {
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "b"));
    }
  }

  /** It has the date, the title or the text of the post that was there, so it is that post. */
  @ParameterizedTest
  @CsvSource({"New, 2024-01-01, More.", "Old, 2024-02-02, More.", "New, 2024-02-02, ''"})
  void aPostThatIsCopiedAndThenEditedKeepsItsId(String title, String date, String more)
      throws Exception {
    try (SteppedSite site = site("a.md")) {
      String text = OLD.substring(OLD.lastIndexOf("---\n"));
      renameAndWriteAnother("---\ntitle: " + title + "\ndate: " + date + "\n" + text + more);
      site.turn(come("b.md"), come("a.md"));
      site.settle();
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a", "b.md", ID + "b"));
    }
  }

  /** Nobody can tell then that it is no edit. */
  @Test
  void anIdStaysAtThePathIfTheOtherPostIsPublishedBeforeTheRenamedFileAppears() throws Exception {
    try (SteppedSite site = site("a.md")) {
      site.write("a.md", NEW);
      site.write("b.md", OLD);
      site.settle();
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a", "b.md", ID + "b"));
    }
  }

  @Test
  void aPostThatComesBackUnderAnotherNameIsKnown() throws Exception {
    try (SteppedSite site = site("a.md")) {
      site.delete("a.md");
      site.wait(Duration.ofDays(400));
      assertThat(site.ids()).isEmpty();
      site.write("c/b.md", OLD);
      assertThat(site.ids()).isEqualTo(Map.of("c/b.md", ID + "a"));
      site.delete("c/b.md");
      site.write("c/b.md", OLD);
      assertThat(site.ids()).isEqualTo(Map.of("c/b.md", ID + "a"));
      site.delete("c/b.md");
      try (SteppedSite next = SteppedSite.after(site.published(), posts, SITE)) {
        next.write("d.md", OLD);
        assertThat(next.ids()).isEqualTo(Map.of("d.md", ID + "a"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-01-01", "2024-02-02"})
  void anotherPostThanTheOneThatWentHasItsOwnId(String date) throws Exception {
    try (SteppedSite site = site("a.md")) {
      site.delete("a.md");
      site.write(
          "b.md",
          date.equals("2024-01-01") ? post("Other", date) : OLD.replace("2024-01-01", date));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "b"));
    }
  }

  @Test
  void anotherPostAtThePathOfOneThatWentTakesItsIdFromNoPost() throws Exception {
    try (SteppedSite site = site("a.md")) {
      site.delete("a.md");
      site.write("y/a.md", NEW);
      assertThat(site.ids()).isEqualTo(Map.of("y/a.md", ID + "a"));
      site.write("a.md", post("Newest", "2024-03-03"));
      Map<String, String> ids = Map.of("a.md", ID + "a.md", "y/a.md", ID + "a");
      assertThat(site.ids()).isEqualTo(ids);
      assertThat(site.body("/atom.xml")).contains("<published>2024-03-03T00:00:00Z");
      site.settle();
      assertThat(site.ids()).isEqualTo(ids);
    }
  }

  @Test
  void whereTwoMayBeThePostThatWentNeitherIs() throws Exception {
    try (SteppedSite site = site("a.md")) {
      site.delete("a.md");
      SteppedSite.write(posts, "b.md", OLD);
      SteppedSite.write(posts, "c.md", OLD);
      site.turn(come("b.md"), come("c.md"));
      site.wait(Duration.ofSeconds(3));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "b", "c.md", ID + "c"));
    }
  }

  @Test
  void aPostThatIsRenamedAndDeletedBeforeThatIsPublishedIsKnownWhenItComesBack() throws Exception {
    try (SteppedSite site = site("a.md")) {
      Files.move(posts.resolve("a.md"), posts.resolve("b.md"));
      site.take("b.md", FileEvent.APPEARED);
      Files.delete(posts.resolve("b.md"));
      site.take("b.md", FileEvent.REMOVED);
      site.wait(Duration.ofSeconds(9));
      assertThat(site.ids()).isEmpty();
      site.write("c.md", OLD);
      assertThat(site.ids()).isEqualTo(Map.of("c.md", ID + "a"));
    }
  }

  /** One after the other, before the server looks. */
  @Test
  void aPostThatIsRenamedOverAnotherOneAndEditedKeepsItsId() throws Exception {
    SteppedSite.write(posts, "b.md", NEW);
    try (SteppedSite site = site("a.md")) {
      Files.move(posts.resolve("a.md"), posts.resolve("b.md"), StandardCopyOption.REPLACE_EXISTING);
      SteppedSite.write(posts, "b.md", OLD + "One more line.\n");
      site.turn(come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a", "b.md", ID + "b"));
      site.wait(Duration.ofSeconds(1));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a"));
    }
  }

  @Test
  void anIdThatAnotherPostHasTakenStaysWithIt() throws Exception {
    try (SteppedSite site = site("a.md")) {
      Files.move(posts.resolve("a.md"), posts.resolve("b.md"));
      site.turn(gone("a.md"), come("b.md"));
      site.write("c.md", OLD);
      site.wait(Duration.ofSeconds(3));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a", "c.md", ID + "c"));
    }
  }
}

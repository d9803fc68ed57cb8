package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.intake.Signal;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A post that cannot be read under its new name keeps its id when it can be read again. */
final class UnreadRenamesTest {
  private static final String ID = "tag:example.org,2013:";
  private static final String SITE =
      "site: {title: T, url: \"https://example.org/\", id: \"tag:example.org,2013\"}\n"
          + "limits: {post: 2KiB}\n";
  private static final String GOOD = post("title: A\ndate: 2024-01-01");

  private static final String OTHER = "---\ntitle: B\ndate: 2024-02-02\n---\nAnother text.\n";

  @TempDir private Path posts;

  /** What is wrong with the file under its new name. */
  enum Fault {
    FRONT_MATTER(post("title: [A\ndate: 2024-01-01")),
    NO_DATE(post("title: A\ndate: soon")),
    ENCODING(GOOD.replace("title: A", "title: \u00e4")),
    SIZE(GOOD + "More.\n".repeat(2_000)),
    EMPTY(""),
    LOST(GOOD.substring(GOOD.indexOf("A line"))),
    NO_FRONT_MATTER("A line of the text.\n");

    private final byte[] file;

    Fault(String text) {
      this.file = text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private static String post(String fields) {
    return "---\n" + fields + "\n---\n" + "A line of the text of this post.\n".repeat(9);
  }

  private static Signal.Touched come(String path) {
    return new Signal.Touched(path, FileEvent.APPEARED);
  }

  private static Signal.Touched gone(String path) {
    return new Signal.Touched(path, FileEvent.REMOVED);
  }

  private SteppedSite site() throws IOException {
    SteppedSite.write(posts, "a.md", GOOD);
    return SteppedSite.on(posts, SITE, CacheLimits.USUAL);
  }

  private void renameBroken(SteppedSite site, Fault fault) throws IOException {
    Files.delete(posts.resolve("a.md"));
    Path file = Files.write(posts.resolve("b.md"), fault.file);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    site.turn(gone("a.md"), come("b.md"));
    assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aPostThatCouldNotBeReadUnderItsNewNameKeepsItsId(Fault fault) throws Exception {
    try (SteppedSite site = site()) {
      renameBroken(site, fault);
      SteppedSite.write(posts, "b.md", GOOD);
      site.turn(come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "a"));
    }
  }

  /** It stays with its id and its last good version until its new file is repaired or deleted. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"FRONT_MATTER", "NO_DATE", "LOST"})
  void aPostWhoseTextIsInAFileThatCannotBeReadStays(Fault fault) throws Exception {
    try (SteppedSite site = site()) {
      renameBroken(site, fault);
      site.wait(Duration.ofSeconds(9));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
      assertThat(site.runtime().ingester().isSettled()).isTrue();
      Files.move(posts.resolve("b.md"), posts.resolve("c.md"));
      site.turn(gone("b.md"), come("c.md"));
      site.wait(Duration.ofSeconds(9));
      site.reconfigure(SITE + "feeds: {items: 30}\n");
      site.turn(gone("a.md"));
      site.wait(Duration.ofSeconds(9));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
      SteppedSite.write(posts, "c.md", GOOD);
      site.turn(come("c.md"));
      assertThat(site.ids()).isEqualTo(Map.of("c.md", ID + "a"));
    }
  }

  @Test
  void aPostThatIsBrokenFirstAndRenamedThenStaysUntilItsFileIsDeleted() throws Exception {
    try (SteppedSite site = site()) {
      site.write("a.md", post("title: [A\ndate: 2024-01-01") + "One more line.\n");
      Files.createDirectories(posts.resolve("d"));
      Files.move(posts.resolve("a.md"), posts.resolve("d/b.md"));
      site.turn(come("d/b.md"));
      site.turn(gone("a.md"));
      site.wait(Duration.ofSeconds(9));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
      Files.delete(posts.resolve("d/b.md"));
      site.turn(gone("d/b.md"), gone("a.md"));
      site.wait(Duration.ofSeconds(9));
      site.turn(gone("a.md"));
      site.wait(Duration.ofSeconds(9));
      assertThat(site.ids()).isEmpty();
    }
  }

  /** The file that cannot be read was there before: the post is deleted, and not renamed. */
  @Test
  void aDeletedPostIsGoneAlthoughAnOldFileThatCannotBeReadHasItsText() throws Exception {
    try (SteppedSite site = site()) {
      site.write("b.md", post("title: [A\ndate: 2024-01-01"));
      site.delete("a.md");
      site.wait(Duration.ofSeconds(9));
      assertThat(site.ids()).isEmpty();
    }
  }

  @Test
  void aPostThatComesBackAndIsDeletedDoesNotStay() throws Exception {
    try (SteppedSite site = site()) {
      renameBroken(site, Fault.FRONT_MATTER);
      site.write("a.md", GOOD);
      site.delete("a.md");
      site.wait(Duration.ofSeconds(9));
      assertThat(site.ids()).isEmpty();
    }
  }

  @Test
  void aPostThatGoesOnToAThirdNameWhileItCannotBeReadKeepsItsId() throws Exception {
    try (SteppedSite site = site()) {
      renameBroken(site, Fault.FRONT_MATTER);
      Files.delete(posts.resolve("b.md"));
      SteppedSite.write(posts, "c.md", GOOD);
      site.turn(gone("b.md"), come("c.md"));
      assertThat(site.ids()).isEqualTo(Map.of("c.md", ID + "a"));
    }
  }

  /** It waits for another file, which is still being written, and may be the missing post, too. */
  @Test
  void aPostWhoseFileIsDeletedAgainBeforeItIsPublishedNeverShows() throws Exception {
    try (SteppedSite site = site()) {
      renameBroken(site, Fault.FRONT_MATTER);
      SteppedSite.write(posts, "b.md", GOOD);
      Path other = Files.writeString(posts.resolve("other.md"), OTHER);
      Files.setLastModifiedTime(other, FileTime.from(site.now().plusSeconds(1)));
      site.turn(come("other.md"), come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
      Files.delete(posts.resolve("b.md"));
      SteppedSite.write(posts, "c.md", GOOD);
      site.turn(gone("b.md"), come("c.md"), come("other.md"));
      assertThat(site.ids()).isEqualTo(Map.of("c.md", ID + "a", "other.md", ID + "other"));
      site.wait(Duration.ofSeconds(3));
      assertThat(site.runtime().ingester().isSettled()).isTrue();
    }
  }

  /** What is among drafts may be one: at once, or from when its folder says so. */
  @ParameterizedTest
  @CsvSource({
    "_drafts/a.md, false",
    "2999-01-01-a.md, false",
    "d/a.md, false",
    "d/a.md, true",
    "s/t/a.md, true"
  })
  void aPostThatIsHiddenAndCannotBeReadGoes(String path, boolean isLater) throws Exception {
    try (SteppedSite site = site()) {
      String folder = path.substring(0, path.indexOf('/') + 1);
      String index = folder + (folder.equals("s/") ? "_index.md" : "index.md");
      String draft = "---\ntitle: D\ndraft: true\n---\n";
      if (!isLater && folder.equals("d/")) {
        site.write(index, draft);
      }
      Files.delete(posts.resolve("a.md"));
      SteppedSite.write(posts, path, post("title: [A\ndate: 2024-01-01"));
      site.turn(gone("a.md"), come(path));
      site.wait(Duration.ofSeconds(9));
      if (isLater) {
        assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
        site.write(index, draft);
      }
      assertThat(site.ids()).isEmpty();
      assertThat(said(site)).isEmpty();
    }
  }

  /** In the bundle of a page that is shown, a file is a post only if it has a date of its own. */
  @ParameterizedTest
  @CsvSource({
    "title: A, d/a.md, false",
    "title: A, d/2024-01-01-a.md, true",
    "title: A, e/a.md, true",
    "'title: A\ndate: 2024-01-01', d/a.md, true"
  })
  void aPostThatCannotBeReadGoesIfItIsPartOfAPageNow(String fields, String path, boolean stays)
      throws Exception {
    SteppedSite.write(posts, "2024-01-01-a.md", post(fields));
    SteppedSite.write(posts, "d/index.md", OTHER);
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      Files.delete(posts.resolve("2024-01-01-a.md"));
      SteppedSite.write(posts, path, post("title: [A"));
      site.turn(gone("2024-01-01-a.md"), come(path));
      site.wait(Duration.ofSeconds(9));
      assertThat(site.ids()).hasSize(stays ? 2 : 1).containsValue(ID + "d");
      assertThat(said(site)).hasSize(stays ? 1 : 0);
    }
  }

  private static List<String> said(SteppedSite site) {
    return site.problems().stream()
        .map(Problem::toString)
        .filter(problem -> problem.contains("stays up"))
        .toList();
  }

  @Test
  void aPostThatStaysSaysWhyAndGoesTogetherWithItsNewFile() throws Exception {
    try (SteppedSite site = site()) {
      renameBroken(site, Fault.FRONT_MATTER);
      site.wait(Duration.ofSeconds(9));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a"));
      assertThat(said(site))
          .containsExactly(
              "b.md:1: warning: the post of \"a.md\" stays up as it was, because this seems to be"
                  + " its new file, which cannot be understood; repair this file, or delete it to"
                  + " take the post down");
      site.delete("b.md");
      site.wait(Duration.ofSeconds(9));
      assertThat(site.ids()).isEmpty();
      assertThat(said(site)).isEmpty();
    }
  }

  @Test
  void aPostThatStaysGoesWhenItsNewFileIsAnotherPost() throws Exception {
    try (SteppedSite site = site()) {
      renameBroken(site, Fault.FRONT_MATTER);
      site.wait(Duration.ofSeconds(9));
      SteppedSite.write(posts, "b.md", OTHER);
      site.turn(come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("b.md", ID + "b"));
    }
  }

  /** A file that never was a post, and now is one, is not the post that is missing. */
  @Test
  void anotherPostThatCanBeReadForTheFirstTimeHasItsOwnId() throws Exception {
    try (SteppedSite site = site()) {
      renameBroken(site, Fault.NO_FRONT_MATTER);
      SteppedSite.write(posts, "b.md", OTHER);
      site.turn(come("b.md"));
      assertThat(site.ids()).isEqualTo(Map.of("a.md", ID + "a", "b.md", ID + "b"));
    }
  }
}

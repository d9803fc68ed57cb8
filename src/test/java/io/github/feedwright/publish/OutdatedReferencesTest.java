package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Problem;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is served follows what it refers to, however little is kept of what it was made of. */
final class OutdatedReferencesTest {
  /** Nothing is kept of what can be made again. */
  private static final CacheLimits NOTHING = new CacheLimits(0, 0);

  /** Representations are kept, and no HTML that they were made of. */
  private static final CacheLimits NO_HTML = new CacheLimits(1 << 20, 0);

  private static final String SITE =
      """
      site: {title: T, url: "https://example.org/", id: "tag:example.org,2013"}
      feeds: {items: 2, archives: all}
      """;

  @TempDir private Path posts;

  /** Two posts refer to others; the older one is in no feed's window, only in an archive. */
  @BeforeEach
  void write() throws IOException {
    SteppedSite.write(posts, "2014-03-03-new.md", post("New", "[b](2014-01-01-b.md) ![](b.png)"));
    SteppedSite.write(posts, "2014-02-02-mid.md", post("Mid", "Text."));
    SteppedSite.write(posts, "2014-01-02-old.md", post("Old", "[b](2014-01-01-b.md) ![](b.png)"));
    SteppedSite.write(posts, "2014-01-01-b.md", post("B", "Text."));
  }

  private static String post(String title, String body) {
    return "---\ntitle: " + title + "\n---\n" + body + "\n";
  }

  private static String moved() {
    return "---\ntitle: B\nslug: moved\n---\nText.\n";
  }

  @Test
  void aFeedFollowsALinkWhoseTargetMoves() throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE, NOTHING)) {
      assertThat(site.body("/atom.xml")).contains("https://example.org/2014/01/01/b/");
      site.write("2014-01-01-b.md", moved());
      assertThat(site.body("/atom.xml"))
          .contains("https://example.org/2014/01/01/moved/")
          .doesNotContain("/01/01/b/");
    }
  }

  @Test
  void aPageFollowsALinkWhoseTargetMoves() throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE, NO_HTML)) {
      assertThat(site.body("/2014/01/02/old/")).contains("https://example.org/2014/01/01/b/");
      site.write("2014-01-01-b.md", moved());
      assertThat(site.body("/2014/01/02/old/"))
          .contains("https://example.org/2014/01/01/moved/")
          .doesNotContain("/01/01/b/");
    }
  }

  @Test
  void anArchiveFollowsALinkWhoseTargetMovesAndGoes() throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE, NO_HTML)) {
      String archive = "/archive/2014-01/atom.xml";
      assertThat(site.body(archive)).contains("\"https://example.org/2014/01/01/b/\"");
      site.write("2014-01-01-b.md", moved());
      assertThat(site.body(archive)).contains("/01/01/moved/").doesNotContain("/01/01/b/");
      site.delete("2014-01-01-b.md");
      assertThat(site.body(archive)).contains("Old").doesNotContain("/01/01/moved/");
    }
  }

  @Test
  void aFeedFollowsAFileThatComesAndGoes() throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE, NO_HTML)) {
      String beside = "https://example.org/b.png";
      assertThat(site.body("/atom.xml")).doesNotContain(beside);
      assertThat(site.body("/2014/01/02/old/")).doesNotContain(beside);
      site.write("b.png", "pixels");
      assertThat(site.body("/atom.xml")).contains(beside);
      assertThat(site.body("/2014/01/02/old/")).contains(beside);
      site.delete("b.png");
      assertThat(site.body("/atom.xml")).doesNotContain(beside);
      assertThat(site.body("/2014/01/02/old/")).doesNotContain(beside);
    }
  }

  @Test
  void aLinkIsFollowedToThePostThatHasItsTitle() throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE + "posts: {generator: hugo}\n", NO_HTML)) {
      site.write("2014-01-02-old.md", post("Old", "[[A new Title|words]] [[b]] [[B]]"));
      String page = "/2014-01-02-old/";
      String b = "<a href=\"https://example.org/2014-01-01-b/\">";
      assertThat(site.body(page)).contains("[[A new Title|words]] " + b + "b</a> " + b + "B</a>");
      site.write("2014-01-01-b.md", post("A New, Title", "Text."));
      assertThat(site.body(page)).contains(b + "words</a> " + b + "b</a> " + b + "B</a>");
      site.write("2014-01-01-b.md", post("Other", "Text."));
      assertThat(site.body(page)).contains("[[A new Title|words]] " + b + "b</a>");
    }
  }

  @Test
  void aLinkIsFollowedToTheOlderOfTwoPostsOfItsName() throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE, NO_HTML)) {
      site.write("2014-01-02-old.md", post("Old", "[x]({% post_url 2014-05-05-x %})"));
      site.write("one/2014-05-05-x.md", post("X", "Text."));
      assertThat(site.body("/2014/01/02/old/")).contains("https://example.org/2014/05/05/x/");
      site.write("two/2014-05-05-x.md", post("Older\ndate: 2013-01-01", "Text."));
      assertThat(site.body("/2014/01/02/old/")).contains("https://example.org/2013/01/01/x/");
    }
  }

  /** A worker may be rendering a post while its target moves. */
  @Test
  void aPageThatWasBeingMadeWhenItsTargetMovedIsMadeAgain() throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      site.holdBack();
      Resource before = site.snapshot().find("/2014/01/02/old/", null);
      CompletableFuture<Representation> page = SteppedSite.asked(before);
      site.write("2014-01-01-b.md", moved());
      site.letGo();
      assertThat(SteppedSite.body(page.join())).contains("/2014/01/01/b/");
      assertThat(site.isBehind()).isTrue();
      site.publish();
      assertThat(site.isBehind()).isFalse();
      assertThat(site.body("/2014/01/02/old/")).contains("/01/01/moved/");
    }
  }

  @Test
  void aProblemOfAPostIsKeptAsLongAsThePost() throws IOException {
    SteppedSite.write(posts, "b.png", "a picture");
    SteppedSite.write(posts, "2014-04-04-odd.md", post("Odd", "[a]({% post_url none %})"));
    try (SteppedSite site = SteppedSite.on(posts, SITE, NOTHING)) {
      assertThat(site.problems()).extracting(Problem::file).containsExactly("2014-04-04-odd.md");
      site.write("2014-04-04-odd.md", post("Odd", "Text."));
      assertThat(site.problems()).isEmpty();
    }
  }
}

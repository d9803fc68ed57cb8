package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The main job, from a file on disk to a reader, as its users see it. */
@Execution(ExecutionMode.CONCURRENT)
final class PublishingIT {
  private static final Duration SECOND = Duration.ofSeconds(5);
  private static final String KEPT = "feeds: {keep: [category/news]}\n";
  private static final List<String> FEEDS =
      List.of(
          "/atom.xml",
          "/rss.xml",
          "/feed.json",
          "/tags/cloud/rss.xml",
          "/tags/storage/rss.xml",
          "/categories/news/atom.xml",
          "/categories/howto/feed.json",
          "/authors/ada/atom.xml",
          "/authors/bob/rss.xml");

  @TempDir private Path posts;

  @BeforeEach
  void writeTwoPosts() throws Exception {
    RunningSite.write(posts, "2014-04-04-one.md", post("One", "ada", "news", "cloud", "First."));
    RunningSite.write(posts, "2015-05-05-two.md", post("Two", "bob", "howto", "storage", "Next."));
  }

  private static String post(
      String title, String author, String category, String tag, String body) {
    return """
        ---
        title: %s
        author: %s
        categories: [%s]
        tags: [%s]
        ---

        %s
        """
        .formatted(title, author, category, tag, body);
  }

  private static Map<String, String> validators(RunningSite site) throws Exception {
    Map<String, String> validators = new TreeMap<>();
    for (String feed : FEEDS) {
      validators.put(feed, site.validators(feed));
    }
    return validators;
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    return before.keySet().stream()
        .filter(feed -> !before.get(feed).equals(after.get(feed)))
        .sorted()
        .toList();
  }

  @Test
  void aSavedPostIsInItsFeedsAndInNoOthers() throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      Map<String, String> before = validators(site);
      site.save("2016-06-06-three.md", post("Three", "ada", "news", "cloud", "More."));
      within(SECOND, () -> site.body("/authors/ada/atom.xml").contains("Three"));
      assertThat(changed(before, validators(site)))
          .containsExactly(
              "/atom.xml",
              "/authors/ada/atom.xml",
              "/categories/news/atom.xml",
              "/feed.json",
              "/rss.xml",
              "/tags/cloud/rss.xml");
    }
  }

  @Test
  void anEditChangesTheFeedsThatThePostIsInAndLeavesTheOthersTheirValidators() throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      Map<String, String> before = validators(site);
      site.save("2014-04-04-one.md", post("One", "ada", "news", "cloud", "Corrected."));
      within(SECOND, () -> site.body("/rss.xml").contains("Corrected."));
      assertThat(changed(before, validators(site)))
          .containsExactly(
              "/atom.xml",
              "/authors/ada/atom.xml",
              "/categories/news/atom.xml",
              "/feed.json",
              "/rss.xml",
              "/tags/cloud/rss.xml");
    }
  }

  @Test
  void aPostThatMovesToAnotherTagLeavesTheOneAndEntersTheOther() throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      site.save("2014-04-04-one.md", post("One", "ada", "news", "storage", "First."));
      within(SECOND, () -> site.body("/tags/storage/rss.xml").contains("First."));
      assertThat(site.get("/tags/cloud/rss.xml").statusCode()).isEqualTo(200);
      assertThat(site.body("/tags/cloud/rss.xml")).doesNotContain("<item>");
    }
  }

  @Test
  void aTermWithoutPostsIsAnsweredButNoListNamesIt() throws Exception {
    try (RunningSite site = RunningSite.on(posts, KEPT, Clock.systemUTC())) {
      assertThat(site.body("/feeds.opml")).contains("/tags/cloud/", "/categories/news/");
      site.save("2014-04-04-one.md", post("One", "ada", "other", "storage", "First."));
      within(SECOND, () -> site.body("/tags/storage/rss.xml").contains("First."));
      assertThat(site.get("/tags/cloud/").statusCode()).isEqualTo(200);
      for (String list : List.of("/feeds.opml", "/", "/2014/04/04/one/")) {
        assertThat(site.body(list)).as(list).doesNotContain("/tags/cloud/");
      }
      try (RunningSite fresh = RunningSite.on(posts, KEPT, Clock.systemUTC())) {
        for (String list : List.of("/feeds.opml", "/")) {
          assertThat(site.body(list)).isEqualTo(fresh.body(list)).contains("/categories/news/");
        }
      }
      site.save("2014-04-04-one.md", post("One", "ada", "news", "cloud", "Back."));
      within(SECOND, () -> site.body("/feeds.opml").contains("/tags/cloud/"));
    }
  }

  @Test
  void aPostThatIsMovedKeepsItsIdAndItsFeedsTheirValidators() throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      Map<String, String> before = validators(site);
      Files.createDirectory(posts.resolve("older"));
      Files.move(posts.resolve("2014-04-04-one.md"), posts.resolve("older/2014-04-04-one.md"));
      site.save("2016-06-06-x.md", post("X", "x", "x", "x", "X."));
      within(SECOND, () -> site.body("/tags/x/rss.xml").contains("X."));
      within(SECOND, () -> site.publisher().health().posts() == 3);
      assertThat(site.body("/atom.xml"))
          .contains("<id>tag:blog.example.org,2013:2014-04-04-one</id>");
      assertThat(changed(before, validators(site)))
          .containsExactly("/atom.xml", "/feed.json", "/rss.xml");
    }
  }

  @Test
  void aDeletedPostLeavesItsFeedsAndItsPage() throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      site.delete("2014-04-04-one.md");
      within(SECOND, () -> !site.body("/rss.xml").contains("First."));
      assertThat(site.body("/rss.xml")).contains("Next.");
      assertThat(site.body("/authors/ada/atom.xml")).doesNotContain("<entry>");
    }
  }

  @Test
  void theSameBytesWrittenAgainChangeNothing() throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      Map<String, String> before = validators(site);
      Path one = posts.resolve("2014-04-04-one.md");
      site.save("2014-04-04-one.md", Files.readString(one));
      Files.setLastModifiedTime(
          posts.resolve("2015-05-05-two.md"), FileTime.from(Instant.now().minusSeconds(5)));
      // What is saved after them is published after them.
      site.save("2016-06-06-x.md", post("X", "x", "x", "x", "X."));
      within(SECOND, () -> site.body("/tags/x/rss.xml").contains("X."));
      assertThat(changed(before, validators(site)))
          .containsExactly("/atom.xml", "/feed.json", "/rss.xml");
    }
  }

  @Test
  void aBrokenPostKeepsItsLastGoodVersionAndTheOthersGoOn() throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      site.save("2014-04-04-one.md", "---\ntitle: Foo: bar\n---\nBroken.\n");
      Files.write(posts.resolve("2016-01-01-binary.md"), new byte[] {0, 1, 2, (byte) 0xff});
      Files.write(posts.resolve("2016-01-02-empty.md"), new byte[0]);
      Files.write(
          posts.resolve("2016-01-03-large.md"),
          "x".repeat(10 << 20).getBytes(StandardCharsets.UTF_8));
      site.save("2016-06-06-three.md", post("Three", "ada", "news", "cloud", "More."));
      within(SECOND, () -> site.body("/rss.xml").contains("More."));
      within(
          SECOND,
          () -> site.publisher().health().problems().values().stream().mapToInt(n -> n).sum() >= 4);
      assertThat(site.body("/rss.xml"))
          .contains("First.", "Next.", "More.")
          .doesNotContain("Broken");
    }
  }

  @Test
  void aPollWithTheTagAnswers304() throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      String tag = site.get("/rss.xml").headers().firstValue("ETag").orElseThrow();
      assertThat(site.get("/rss.xml", "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(site.get("/rss.xml", "If-None-Match", tag).body()).isEmpty();
    }
  }

  @Test
  void everyLinkOfTheSitesOwnPagesLeadsSomewhere() throws Exception {
    String here = "feeds: {archives: all}\n";
    try (RunningSite site = RunningSite.on(posts, here, Clock.systemUTC())) {
      for (String path : Links.reachable(site)) {
        assertThat(site.get(path).statusCode()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void aFeedIsAnsweredWhereClientsGuess() throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      for (String guess : List.of("/feed.xml", "/feed.atom")) {
        assertThat(site.body(guess)).as(guess).isEqualTo(site.body("/atom.xml"));
      }
      for (String guess : List.of("/index.xml", "/index.rss", "/feed/", "/rss/", "/rss/feed.xml")) {
        assertThat(site.body(guess)).as(guess).isEqualTo(site.body("/rss.xml"));
      }
      assertThat(site.body("/tag/cloud/feed/")).isEqualTo(site.body("/tags/cloud/rss.xml"));
      assertThat(site.body("/category/news/feed/"))
          .isEqualTo(site.body("/categories/news/rss.xml"));
      assertThat(site.body("/author/ada/feed/")).isEqualTo(site.body("/authors/ada/rss.xml"));
    }
  }
}

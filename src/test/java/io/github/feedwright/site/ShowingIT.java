package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.feedwright.problem.Kind;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Which posts show, and from when until when. */
@Execution(ExecutionMode.CONCURRENT)
final class ShowingIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path posts;

  private void write(String name, String frontMatter, String body) throws Exception {
    RunningSite.write(posts, name, "---\n" + frontMatter + "\n---\n\n" + body + "\n");
  }

  @Test
  void aScheduledPostAppearsAndAnExpiringOneGoesAtTheirSecondByTheClockAlone() throws Exception {
    SettableClock clock = new SettableClock("2030-05-05T11:59:59.999Z");
    write("soon.md", "title: Soon\ndate: 2030-05-05 14:00:00 +0200", "To come.");
    write("brief.md", "title: Brief\ndate: 2030-01-01\nexpiryDate: 2030-05-05T12:00:01Z", "Goes.");
    try (RunningSite site = RunningSite.on(posts, "", clock)) {
      assertThat(site.body("/rss.xml")).contains("Goes.").doesNotContain("To come.");
      assertThat(site.get("/2030/05/05/soon/").statusCode()).isEqualTo(404);
      clock.set("2030-05-05T12:00:00Z");
      within(SOON, () -> site.body("/rss.xml").contains("To come."));
      assertThat(site.get("/2030/05/05/soon/").statusCode()).isEqualTo(200);
      assertThat(site.body("/rss.xml")).contains("Goes.");
      clock.set("2030-05-05T12:00:01Z");
      within(SOON, () -> !site.body("/rss.xml").contains("Goes."));
      assertThat(site.get("/2030/01/01/brief/").statusCode()).isEqualTo(404);
      assertThat(site.body("/rss.xml")).contains("To come.");
    }
  }

  @Test
  void aClockThatIsSetBackHoldsUpNoChange() throws Exception {
    SettableClock clock = new SettableClock("2030-05-05T12:00:00Z");
    write("soon.md", "title: Soon\ndate: 2030-05-05 11:00:00 +0000", "To come.");
    write("a.md", "title: A\ndate: 2030-01-01", "Before.");
    try (RunningSite site = RunningSite.on(posts, "", clock)) {
      assertThat(site.body("/rss.xml")).contains("Before.", "To come.");
      clock.set("2030-05-05T10:00:00Z");
      site.save("a.md", "---\ntitle: A\ndate: 2030-01-01\n---\nAfter.\n");
      within(SOON, () -> site.body("/rss.xml").contains("After."));
      // As a fresh start would have it.
      assertThat(site.body("/rss.xml")).doesNotContain("To come.");
      clock.set("2030-05-05T11:00:00Z");
      within(SOON, () -> site.body("/rss.xml").contains("To come."));
    }
  }

  @Test
  void aChangeThatIsDatedAheadIsReportedAndHoldsFromThen() throws Exception {
    SettableClock clock = new SettableClock("2030-05-05T11:59:59Z");
    write("a.md", "title: A\ndate: 2030-01-01\nlastmod: 2030-05-05T12:00:00Z", "Text.");
    write("later.md", "title: B\ndate: 2031-01-01\nlastmod: 2031-01-01", "To come.");
    try (RunningSite site = RunningSite.on(posts, "", clock)) {
      assertThat(site.body("/feed.json")).doesNotContain("2030-05-05T12");
      assertThat(site.publisher().health().problems()).containsOnly(Map.entry(Kind.FIELD, 1));
      clock.set("2030-05-05T12:00:00Z");
      within(SOON, () -> site.body("/feed.json").contains("2030-05-05T12:00:00Z"));
      within(SOON, () -> site.publisher().health().problems().isEmpty());
    }
  }

  @Test
  void aScheduledPostNeverAppearsBeforeItsTimeAndSoonAfterIt() throws Exception {
    Instant due = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
    write("soon.md", "title: Soon\ndate: " + due, "To come.");
    write("brief.md", "title: Brief\ndate: 2020-01-01\nunpublishdate: " + due, "Goes.");
    try (RunningSite site = RunningSite.on(posts)) {
      within(
          SOON,
          () -> {
            String feed = site.body("/rss.xml");
            boolean appeared = feed.contains("To come.");
            if (appeared) {
              assertThat(Instant.now()).isAfterOrEqualTo(due);
              assertThat(feed).doesNotContain("Goes.");
            }
            return appeared;
          });
    }
  }

  @Test
  void aPostThatBecomesADraftIsWithdrawnAndOneThatCannotBeReadStays() throws Exception {
    write("2014-04-04-one.md", "title: One", "First.");
    write("2014-04-05-two.md", "title: Two", "Second.");
    try (RunningSite site = RunningSite.on(posts)) {
      assertThat(site.body("/rss.xml")).contains("First.", "Second.");
      write("2014-04-04-one.md", "title: One: more\ndraft: true", "First, broken.");
      write("2014-04-05-two.md", "title: Two\npublished: \"no\"", "Second.");
      within(SOON, () -> !site.body("/rss.xml").contains("Second."));
      assertThat(site.get("/2014/04/05/two/").statusCode()).isEqualTo(404);
      within(SOON, () -> site.publisher().health().problems().containsKey(Kind.FRONT_MATTER));
      assertThat(site.body("/rss.xml")).contains("First.").doesNotContain("broken");
      write("2014-04-04-one.md", "title: \"One: more\"\ndraft: true", "First, corrected.");
      within(SOON, () -> !site.body("/rss.xml").contains("First"));
    }
  }

  @Test
  void aPostThatLosesItsFrontMatterStaysAsItWas() throws Exception {
    write("2014-04-04-one.md", "title: One", "First.");
    write("2014-04-03-other.md", "title: Other", "Another.");
    RunningSite.write(posts, "2014-04-05-notes.md", "No post.\n");
    try (RunningSite site = RunningSite.on(posts)) {
      assertThat(site.publisher().health().problems()).isEmpty();
      RunningSite.write(posts, "2014-04-04-one.md", "title of One\n---\n\nFirst, again.\n");
      within(SOON, () -> site.publisher().health().problems().containsKey(Kind.FRONT_MATTER));
      assertThat(site.body("/rss.xml")).contains("First.").doesNotContain("again");
      RunningSite.write(posts, "2014-04-04-one.md", "---\ntitle: One\n---\n\nFirst, corrected.\n");
      within(SOON, () -> site.body("/rss.xml").contains("First, corrected."));
      assertThat(site.publisher().health().problems()).isEmpty();
      RunningSite.write(posts, "2014-04-04-one.md", "---\nlayout: page\n---\n\nA page.\n");
      within(SOON, () -> !site.body("/rss.xml").contains("First"));
      assertThat(site.publisher().health().problems()).isEmpty();
    }
  }

  @Test
  void whatLiesInAPageBundleIsAsPrivateAsItsPost() throws Exception {
    SettableClock clock = new SettableClock("2030-05-05T11:59:59Z");
    write("draft/index.md", "title: Draft\ndate: 2020-01-01\ndraft: true", "Secret.");
    write("page/index.md", "title: Page\nlayout: page\ndraft: true", "Secret.");
    write("undated/index.md", "title: Undated", "Secret.");
    write("soon/index.md", "title: Soon\ndate: 2030-05-05 12:00:00 +0000", "![](a.png)");
    write("open/index.md", "title: Open\ndate: 2020-01-01", "![](a.png)");
    write("open/inner/index.md", "title: Inner\ndate: 2020-01-01\ndraft: true", "Secret.");
    write("news/index.md", "title: A section", "Secret.");
    write("news/one.md", "title: News\ndate: 2020-01-01", "![](a.png)");
    for (String folder : new String[] {"draft", "draft/b", "undated", "soon", "open", "open/b"}) {
      RunningSite.write(posts, folder + "/a.png", "PNG");
    }
    write("hexo.md", "title: Hexo\ndate: 2020-01-01\ndraft: true", "Secret.");
    write("trip.en.md", "title: Trip\ndate: 2020-01-01\ndraft: true", "Secret.");
    write("about.md", "title: A page", "Undated.");
    write("about/one.md", "title: Below\ndate: 2020-01-01", "![](a.png)");
    for (String folder :
        new String[] {
          "vendor/bundle/theme",
          "vendor/cache",
          "open/inner",
          "page",
          "news",
          "shared",
          "hexo",
          "trip",
          "about"
        }) {
      RunningSite.write(posts, folder + "/a.png", "PNG");
    }
    try (RunningSite site = RunningSite.on(posts, "", clock)) {
      for (String folder : new String[] {"open", "open/b", "news", "shared", "about"}) {
        assertThat(site.get("/" + folder + "/a.png").statusCode()).as(folder).isEqualTo(200);
      }
      for (String folder :
          new String[] {
            "vendor/bundle/theme",
            "vendor/cache",
            "draft",
            "draft/b",
            "undated",
            "soon",
            "open/inner",
            "page",
            "hexo",
            "trip"
          }) {
        assertThat(site.get("/" + folder + "/a.png").statusCode()).as(folder).isEqualTo(404);
      }
      clock.set("2030-05-05T12:00:00Z");
      within(SOON, () -> site.get("/soon/a.png").statusCode() == 200);
      assertThat(site.body("/rss.xml")).contains("/soon/a.png");
      write("draft/index.md", "title: Draft\ndate: 2020-01-01", "Published.");
      within(SOON, () -> site.get("/draft/b/a.png").statusCode() == 200);
      write("trip.md", "title: Trip\ndate: 2020-01-01", "Published.");
      within(SOON, () -> site.get("/trip/a.png").statusCode() == 200);
      write("open/index.md", "title: Open\ndate: 2020-01-01\ndraft: true", "![](a.png)");
      within(SOON, () -> site.get("/open/a.png").statusCode() == 404);
    }
  }

  @Test
  void aDraftsFolderIsPrivateInEitherSpellingOfItsName() throws Exception {
    String names = System.getProperty("sun.jnu.encoding");
    assumeTrue(Charset.forName(names).newEncoder().canEncode('\u00f6'), "names here are " + names);
    write("u\u0308.md", "title: Draft\ndate: 2020-01-01\ndraft: true", "Secret.");
    write("\u00f6.md", "title: Draft\ndate: 2020-01-01\ndraft: true", "Secret.");
    write("a\u0308/index.md", "title: Draft\ndate: 2020-01-01\ndraft: true", "Secret.");
    for (String folder : new String[] {"\u00fc", "u\u0308/b", "o\u0308", "a\u0308"}) {
      RunningSite.write(posts, folder + "/" + folder.charAt(0) + ".png", "PNG");
    }
    write("one.md", "title: One\ndate: 2020-01-01", "![](Gr\u00f6\u00dfe.png)");
    RunningSite.write(posts, "Gro\u0308\u00dfe.png", "PNG");
    try (RunningSite site = RunningSite.on(posts)) {
      for (String path : new String[] {"%C3%BC/%C3%BC", "%C3%BC/b/u", "%C3%B6/o", "%C3%A4/a"}) {
        assertThat(site.get("/" + path + ".png").statusCode()).as(path).isEqualTo(404);
      }
      assertThat(site.body("/rss.xml")).contains("https://blog.example.org/Gr%C3%B6%C3%9Fe.png");
      assertThat(site.body("/Gr%C3%B6%C3%9Fe.png")).isEqualTo("PNG");
      write("u\u0308.md", "title: Shown\ndate: 2020-01-01", "![](b/u.png)");
      within(SOON, () -> site.get("/%C3%BC/b/u.png").statusCode() == 200);
      assertThat(site.get("/%C3%BC/%C3%BC.png").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatMightBeADraftNeverShows() throws Exception {
    String[] hidden = {
      "published: false",
      "published: 'No'",
      "published: off",
      "published: flase",
      "draft: true",
      "draft: \"yes\"",
      "draft: perhaps",
      "status: draft",
      "status: private",
      "status: pending",
      "status: Draft",
      "status: in review",
      "publishDate: 2999-01-01",
      "publishDate: later",
      "expiryDate: 2001-01-01",
      "expiryDate: never"
    };
    for (int i = 0; i < hidden.length; i++) {
      write("2014-04-04-h" + i + ".md", "title: Secret " + i + "\n" + hidden[i], "Secret.");
    }
    write("_drafts/idea.md", "title: Secret idea", "Secret.");
    write(
        "2014-04-05-open.md", "title: Open\npublished: 'Yes'\ndraft: no\nstatus: Published", "O.");
    try (RunningSite site = RunningSite.on(posts)) {
      for (String path : Links.reachable(site)) {
        assertThat(site.body(path)).as(path).doesNotContain("Secret");
      }
      assertThat(site.body("/atom.xml")).contains("Open");
      // Counts by kind, and never a name or a value: these problems are of hidden posts.
      assertThat(site.body("/healthz"))
          .contains("\"problems\"", "\"field\"")
          .doesNotContainIgnoringCase("secret")
          .doesNotContain("2014-04-04", "flase", "perhaps", "in review", ".md");
    }
  }

  @Test
  void postsAndDraftsFoldersCountAsSoonAsThereAreAny() throws Exception {
    write("2014-04-04-page.md", "title: Above", "Above.");
    try (RunningSite site = RunningSite.on(posts)) {
      assertThat(site.body("/rss.xml")).contains("Above.");
      write("_drafts/idea.md", "title: Idea", "Idea.");
      write("_posts/2014-04-05-post.md", "title: Post", "Below.");
      within(SOON, () -> site.body("/rss.xml").contains("Below."));
      within(SOON, () -> !site.body("/rss.xml").contains("Above."));
      assertThat(site.body("/rss.xml")).doesNotContain("Idea.");
      assertThat(site.get("/2014/04/04/page/").statusCode()).isEqualTo(404);
      Files.delete(posts.resolve("_posts/2014-04-05-post.md"));
      within(SOON, () -> !site.body("/rss.xml").contains("Below."));
      assertThat(site.body("/rss.xml")).doesNotContain("Above.");
      Files.delete(posts.resolve("_posts"));
      within(SOON, () -> site.body("/rss.xml").contains("Above."));
    }
  }

  @Test
  void aPostWithoutADateOfItsOwnTakesTheNextSourceAndNeverTheFiles() throws Exception {
    write("2013/05/06/folder.md", "title: Folder", "In folders.");
    write("named.md", "title: Named\npath: \"2013/05/07/named\"", "In its path.");
    write("2013-05-08-broken.md", "title: Broken\ndate: 2013-02-30", "By its name.");
    write("undated.md", "title: Undated", "Nowhere.");
    try (RunningSite site = RunningSite.on(posts, "", Clock.systemUTC())) {
      assertThat(site.body("/feed.json"))
          .contains("2013-05-06T00:00:00Z", "2013-05-07T00:00:00Z", "2013-05-08T00:00:00Z")
          .doesNotContain("Nowhere.");
      assertThat(site.publisher().health().problems()).containsEntry(Kind.DATE, 2);
    }
  }
}

package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.http.RawAnswer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds of terms that an address names. */
final class AdHocFeedsIT {
  private static final String FEED = "/feeds/tag:english,tag:python/atom.xml";

  @TempDir static Path directory;
  private static RunningSite site;

  @BeforeAll
  static void start() throws Exception {
    post("both", "tags: [Python, English]");
    post("python", "tags: [Python, Work]");
    post("english", "tags: [English, C++, .NET]\ncategory: work\nauthor: Ada");
    post("hidden", "tags: [Python, English]\ndraft: true");
    site = RunningSite.on(directory, "feeds: {combine: 2}\n", Clock.systemUTC());
  }

  private static void post(String title, String fields) throws Exception {
    RunningSite.write(
        directory,
        title + ".md",
        "---\ntitle: " + title + "\ndate: 2020-01-01\n" + fields + "\n---\nText.\n");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void thePostsThatHaveAllTermsAreInTheFeedWhichSearchEnginesDoNotList() throws Exception {
    RawAnswer answer = site.ask("GET", FEED);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("X-Robots-Tag")).isEqualTo("noindex");
    assertThat(answer.field("ETag")).isNotNull();
    assertThat(site.body(FEED))
        .contains(">both</title>", ">Example Journal: English + Python</title>")
        .contains(
            "<id>tag:blog.example.org,2013:feed/combination/tag:english,tag:python/atom</id>",
            "href=\"https://blog.example.org/feeds/tag:english,tag:python/atom.xml\"")
        .doesNotContain(">python</title>", ">english</title>", "hidden");
    assertThat(site.ask("GET", FEED, "If-None-Match: " + answer.field("ETag")).status())
        .isEqualTo(304);
    assertThat(site.ask("GET", "/atom.xml").field("X-Robots-Tag")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/feeds/tag:python,tag:english/atom.xml /feeds/tag:english,tag:python/atom.xml",
        "/feeds/tag:Python,tag:english,tag:python/rss.xml /feeds/tag:english,tag:python/rss.xml",
        "/feeds/tag:.net,tag:c++/atom.xml /feeds/tag:c++,tag:dot-net/atom.xml",
        "/feeds/tag:c++,category:work/feed.json /feeds/category:work,tag:c++/feed.json",
        "/feeds/author:ada,tag:c%2B%2B/rss.xml /feeds/tag:c++,author:ada/rss.xml",
        "/feeds/tag:python,tag:python/atom.xml /tags/python/atom.xml",
        "/feeds/tag:python/rss.xml /tags/python/rss.xml",
      })
  void otherOrdersDoublesAndSpellingsLeadToTheOneAddress(String path, String canonical)
      throws Exception {
    RawAnswer answer = site.ask("GET", path);
    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.field("Location")).isEqualTo(canonical);
    assertThat(site.ask("GET", canonical).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/tag:english,tag:python,tag:work/atom.xml",
        "/feeds/tag:english,tag:nothing/atom.xml",
        "/feeds/tag:english,planet:python/atom.xml",
        "/feeds/english,python/atom.xml",
        "/feeds/tag:english,tag:python/other.xml",
        "/feeds/tag:english,tag:python/",
        "/feeds/,/atom.xml",
      })
  void whatIsNoCombinationOfKnownTermsIsNotThere(String path) throws Exception {
    assertThat(site.ask("GET", path).status()).isEqualTo(404);
  }

  @Test
  void nothingLinksToThem() throws Exception {
    for (String path : new String[] {"/", "/feeds.opml", "/tags/python/", "/atom.xml"}) {
      assertThat(site.body(path)).doesNotContain("tag:english,");
    }
  }

  @Test
  void tenThousandInventedOnesAreNotThere() throws Exception {
    Random random = new Random(7);
    for (int at = 0; at < 10_000; at++) {
      String terms = "tag:x" + random.nextInt(100_000) + ",tag:python";
      assertThat(site.publisher().snapshot().find("/feeds/" + terms + "/atom.xml", null)).isNull();
    }
  }
}

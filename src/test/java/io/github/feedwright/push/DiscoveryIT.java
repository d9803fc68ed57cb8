package io.github.feedwright.push;

import static io.github.feedwright.push.PushSite.FEEDS;
import static io.github.feedwright.push.PushSite.SOON;
import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed that names the hub can be subscribed to there, and no other one names it (section 4). */
@Timeout(120)
final class DiscoveryIT {
  private static final String HUB = "<" + FEEDS + "/hub>; rel=\"hub\"";

  @TempDir private static Path home;
  private static PushSite site;
  private static Subscriber subscriber;

  @BeforeAll
  static void start() throws Exception {
    PushSite.write(home, "one", "One", "first", "a", "b");
    String more =
        "  combinations: {both: {all: [tag/a, tag/b]}}\n  combine: 2\nlanguages: [en, fr]\n";
    site = PushSite.in(home, more + PushSite.push(""), Clock.systemUTC());
    subscriber = Subscriber.start();
  }

  @AfterAll
  static void stop() {
    subscriber.close();
    site.close();
  }

  private static String links(HttpResponse<String> response) {
    return String.join(", ", response.headers().allValues("Link"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rss.xml",
        "/atom.xml",
        "/feed.json",
        "/tags/a/atom.xml",
        "/feeds/both/rss.xml",
        "/languages/en/feed.json"
      })
  void everyFeedOfTheNewestEntriesNamesTheHubAndSendsWhatIsSubscribedThere(String path)
      throws Exception {
    HttpResponse<String> feed = site.get(path);
    assertThat(links(feed))
        .startsWith(HUB)
        .contains("<" + FEEDS + path + ">; type=")
        .endsWith("; rel=\"self\"");
    assertThat(feed.body())
        .containsAnyOf(
            "rel=\"hub\" href=\"" + FEEDS + "/hub\"",
            "href=\"" + FEEDS + "/hub\" rel=\"hub\"",
            "\"url\": \"" + FEEDS + "/hub\"");
    String tag = feed.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> unchanged = site.get(path, "If-None-Match", tag);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(links(unchanged)).isEqualTo(links(feed));

    String callback = subscriber.url("/discovered" + path);
    site.subscribed(callback, path);
    site.save("one", "changed for " + path, "a", "b");
    within(
        SOON,
        () ->
            subscriber.deliveries().stream()
                .anyMatch(
                    each ->
                        each.path().equals("/discovered" + path)
                            && each.text().contains("changed for " + path)));
  }

  @Test
  void aGuessedAddressNamesTheFeedThatCanBeSubscribedTo() throws Exception {
    assertThat(links(site.get("/feed/"))).contains(HUB, "<" + FEEDS + "/rss.xml>; type=");
  }

  /** Nobody is told of their changes: they are history, or made when requested. */
  @Test
  void archivesPagesAndFeedsOfCombinedTermsNameNoHub() throws Exception {
    for (String path :
        List.of(
            "/archive/2014-04/atom.xml",
            "/archive/2014-04/rss.xml",
            "/archive/2014-04/feed.json",
            "/",
            "/feeds/tag:a,tag:b/atom.xml",
            "/feeds/tag:a,tag:b/feed.json",
            "/feeds.opml")) {
      HttpResponse<String> response = site.get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(links(response)).as(path).doesNotContain("rel=\"hub\"");
      assertThat(response.body()).as(path).doesNotContain(FEEDS + "/hub");
    }
  }
}

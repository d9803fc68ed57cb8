package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.http.BoundSocket;
import io.github.feedwright.http.FeedServer;
import io.github.feedwright.http.RawAnswer;
import io.github.feedwright.http.RawClient;
import io.github.feedwright.http.ResponseObservers;
import io.github.feedwright.publish.FixedSettings;
import io.github.feedwright.publish.Publisher;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.push.WebSubHub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where things are, were and never were; the numbers are those of {@link HttpRulesIT}. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PathRulesIT {
  private static final String CONFIGURATION =
      """
      feeds: {items: 1, keep: [tag/quiet]}
      redirects:
        /blog/feed.xml: /atom.xml
        "/?feed=rss2": /rss.xml
        /café: /tags/café/
        /moved/: /rss.xml
        /away: https://other.example.net/x
      gone: [/comments/feed/]
      """;

  @TempDir private static Path posts;
  private RunningSite site;

  @BeforeAll
  void serve() throws Exception {
    RunningSite.write(
        posts,
        "2014-04-04-one.md",
        """
        ---
        title: One
        slug: über-one
        categories: [News]
        tags: [cloud, 日本語, Café]
        author: Ada
        redirect_from: [/old/one/, /früher/]
        ---
        Text.
        """);
    RunningSite.write(posts, "50%.png", "a picture");
    site = RunningSite.on(posts, CONFIGURATION, Clock.systemUTC());
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private RawAnswer get(String path, String... fields) throws IOException {
    return site.ask("GET", path, fields);
  }

  // 6, 9

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/rss.xml | application/rss+xml; charset=utf-8 | application/xml; charset=utf-8",
        "/atom.xml | application/atom+xml; charset=utf-8 | application/xml; charset=utf-8",
        "/feed.json | application/feed+json | application/feed+json",
        "/feeds.opml | text/x-opml; charset=utf-8 | text/x-opml; charset=utf-8",
        "/ | text/html; charset=utf-8 | text/html; charset=utf-8",
      })
  void mediaTypesAndFreshnessAreAsConfigured(String path, String specific, String xml)
      throws Exception {
    String more =
        "http: {feed-type: xml, max-age: 1h, stale-while-revalidate: 2m, stale-if-error: 3d}\n";
    assertThat(get(path).field("Content-Type")).isEqualTo(specific);
    try (RunningSite other = RunningSite.on(posts, more, Clock.systemUTC())) {
      RawAnswer answer = other.ask("GET", path);
      assertThat(answer.field("Content-Type")).isEqualTo(xml);
      assertThat(answer.field("Cache-Control"))
          .isEqualTo(
              path.equals("/")
                  ? "no-cache"
                  : "public, max-age=3600, stale-while-revalidate=120, stale-if-error=259200");
    }
  }

  @ParameterizedTest
  @CsvSource({"/feed/, rss.xml, rss", "/feed.atom, atom.xml, atom"})
  void aFeedNamesItsOneAddressWhereverItIsAskedWithTheRelationLast(
      String path, String self, String kind) throws IOException {
    assertThat(get(path).field("Link"))
        .isEqualTo(
            "<https://blog.example.org/"
                + self
                + ">; type=\"application/"
                + kind
                + "+xml\"; rel=\"self\"");
  }

  // 13

  @ParameterizedTest
  @ValueSource(strings = {"/tags/quiet/rss.xml", "/tags/quiet/atom.xml", "/tags/quiet/feed.json"})
  void aFeedThatIsKeptIsThereThoughItIsEmpty(String path) throws IOException {
    assertThat(get(path).status()).isEqualTo(200);
  }

  @Test
  void aPercentSignInANameIsOneOfItsLetters() throws IOException {
    assertThat(get("/50%25.png").body()).isEqualTo("a picture");
    assertThat(get("/2014/04/04/%25C3%25BCber-one/").status()).isEqualTo(404);
  }

  // 14

  @ParameterizedTest
  @CsvSource({
    "/old/one/, /2014/04/04/%C3%BCber-one/",
    "/old/one, /2014/04/04/%C3%BCber-one/",
    "/fr%C3%BCher/, /2014/04/04/%C3%BCber-one/",
    "/fru%CC%88her/, /2014/04/04/%C3%BCber-one/",
    "/blog/feed.xml, /atom.xml",
    "/blog/feed.xml?junk, /atom.xml",
    "/?feed=rss2, /rss.xml",
    "/caf%C3%A9, /tags/caf%C3%A9/",
    "/cafe%CC%81, /tags/caf%C3%A9/",
    "/moved, /rss.xml",
    "/away, https://other.example.net/x",
    "/tags/cloud, /tags/cloud/",
    "/feed, /feed/",
  })
  void aMoveIsOneStepAndForGood(String path, String location) throws IOException {
    RawAnswer answer = get(path, "If-None-Match: *", "X-Forwarded-Host: evil.example.com");

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.field("Location")).isEqualTo(location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/comments/feed/", "/comments/feed", "/comments/feed/?x"})
  void whatIsGoneIsGone(String path) throws IOException {
    assertThat(get(path, "If-None-Match: *").status()).isEqualTo(410);
  }

  // 15

  @Test
  void beforeTheFirstSnapshotEveryPathSaysWhenToComeAgain() throws Exception {
    Settings settings = RunningSite.settings(posts, CONFIGURATION);
    Clock clock = Clock.systemUTC();
    try (Publisher publisher = FixedSettings.publisher(settings, clock);
        FeedServer server =
            FeedServer.start(
                BoundSocket.bind(settings.http()),
                publisher,
                clock,
                WebSubHub.NONE,
                ResponseObservers.none())) {
      for (String path : List.of("/", "/rss.xml", "/no", "/comments/feed/", "/away", "/healthz")) {
        for (String method : List.of("GET", "HEAD")) {
          RawAnswer answer =
              RawClient.ask(
                  server.port(), method + " " + path + " HTTP/1.1", "Host: x", "If-None-Match: *");
          assertThat(answer.status()).as(path).isEqualTo(503);
          assertThat(answer.field("Retry-After")).isEqualTo("10");
          assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
        }
      }
    }
  }

  // 16

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/no",
        "/rss.xml/",
        "/rss.xml;a=b",
        "/RSS.XML",
        "/2014-04-04-one.md",
        "/config.yaml",
        "/tags/cloud/no.xml",
        "/archive/2014-13/rss.xml",
        "/%F0%9F%92%A9",
      })
  void whatIsNotThereIsNotThereWhateverIsAsked(String path) throws IOException {
    RawAnswer answer =
        get(path, "If-None-Match: *", "If-Match: \"x\"", "Accept-Encoding: identity;q=0");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.field("Cache-Control")).isEqualTo("max-age=60");
  }

  // 17

  @ParameterizedTest
  @CsvSource({
    "/feed.xml, /atom.xml",
    "/feed.atom, /atom.xml",
    "/index.xml, /rss.xml",
    "/index.rss, /rss.xml",
    "/feed/, /rss.xml",
    "/rss/, /rss.xml",
    "/rss/feed.xml, /rss.xml",
    "/tag/cloud/feed/, /tags/cloud/rss.xml",
    "/category/news/feed/, /categories/news/rss.xml",
    "/author/ada/feed/, /authors/ada/rss.xml",
    "/rss.xml?null, /rss.xml",
    "/rss.xml?utm_source=x&feed=rss2, /rss.xml",
    "/rss.xml?, /rss.xml",
    "/rss.xml?%zz[]|, /rss.xml",
    "/%72ss.xml, /rss.xml",
    "/a/../rss.xml, /rss.xml",
    "http://evil.example.com/rss.xml, /rss.xml",
    "/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/rss.xml, /tags/%e6%97%a5%e6%9c%ac%e8%aa%9e/rss.xml",
    "/tags/cafe%CC%81/atom.xml, /tags/caf%C3%A9/atom.xml",
  })
  void oneRepresentationAnswersUnderEachOfItsNames(String path, String canonical)
      throws IOException {
    RawAnswer answer = get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.fieldsWithoutDate()).isEqualTo(get(canonical).fieldsWithoutDate());
    assertThat(answer.body()).isEqualTo(get(canonical).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/tags/cloud/", "/2014/04/04/%C3%BCber-one/"})
  void aPageSaysWhereItsFeedsAre(String path) throws IOException {
    assertThat(get(path).body())
        .contains("rel=\"alternate\" type=\"application/rss+xml\"")
        .contains("rel=\"alternate\" type=\"application/atom+xml\"")
        .contains("rel=\"alternate\" type=\"application/feed+json\"");
  }

  // 18

  @Test
  void oldConnectionsAndUpgradesAreFine() throws IOException {
    assertThat(RawClient.ask(site.port(), "GET /rss.xml HTTP/1.0").body()).contains("<rss");
    assertThat(get("/rss.xml", "Connection: close").field("Connection")).isEqualTo("close");
    RawAnswer upgrade =
        get(
            "/rss.xml",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "HTTP2-Settings: AA");
    assertThat(upgrade.status()).isEqualTo(200);
    assertThat(upgrade.body()).contains("<rss");
  }
}

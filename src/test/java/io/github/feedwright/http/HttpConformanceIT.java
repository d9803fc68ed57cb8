package io.github.feedwright.http;

import static io.github.feedwright.web.ContentCoding.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.web.Gone;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Redirect;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110 and 9111 as readers, planets and caches use them, byte for byte over a socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpConformanceIT {
  private static final String FEED_CACHING =
      "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400";

  private final Bytes feed = Bytes.feed("a feed", Instant.parse("2026-03-04T05:00:00Z"));
  private final OnDemand archive = () -> CompletableFuture.completedFuture(feed);
  private final Site site =
      new Site()
          .put("/atom.xml", feed)
          .put("/archive.xml", archive)
          .put("/", Bytes.page("<!doctype html>"))
          .put("/tags/日本/atom.xml", feed)
          .put("/old.xml", new Redirect("/atom.xml"))
          .put("/?feed=rss2", new Redirect("https://feeds.example.org/rss.xml"))
          .put("/gone.xml", new Gone());
  private final FeedServer server;

  HttpConformanceIT() throws BindFailure {
    this.server = site.serve();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aFeedIsServedWithAllThatCachesNeed() throws IOException {
    RawAnswer answer = RawClient.get(server, "/atom.xml");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("a feed");
    assertThat(answer.field("Content-Type")).isEqualTo("application/atom+xml; charset=utf-8");
    assertThat(answer.field("Content-Length")).isEqualTo("6");
    assertThat(answer.field("ETag")).isEqualTo(feed.tag().field(IDENTITY));
    assertThat(answer.field("Last-Modified")).isEqualTo("Wed, 04 Mar 2026 05:00:00 GMT");
    assertThat(answer.field("Cache-Control")).isEqualTo(FEED_CACHING);
    assertThat(answer.field("Vary")).isEqualTo("Accept-Encoding");
    assertThat(answer.field("Link"))
        .isEqualTo("<https://feeds.example.org/atom.xml>; rel=\"self\"");
    assertThat(answer.field("Date")).isNotNull();
  }

  @Test
  void nothingIsSaidThatHarmsReaders() throws IOException {
    RawAnswer answer = RawClient.get(server, "/atom.xml");

    assertThat(answer.fields())
        .doesNotContainKeys(
            "server", "set-cookie", "content-location", "expires", "x-powered-by", "pragma");
  }

  @Test
  void aPageAsksEachTimeAndVariesInNothing() throws IOException {
    RawAnswer answer = RawClient.get(server, "/");

    assertThat(answer.field("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.field("Vary")).isNull();
    assertThat(answer.field("Last-Modified")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/atom.xml", "/archive.xml", "/", "/old.xml", "/gone.xml", "/no", "/healthz"})
  void headEqualsTheFieldsOfGet(String path) throws IOException {
    RawAnswer get = RawClient.get(server, path, "Accept-Encoding: gzip");
    RawAnswer head = RawClient.method(server, "HEAD", path, "Accept-Encoding: gzip");

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.fieldsWithoutDate()).isEqualTo(get.fieldsWithoutDate());
    assertThat(head.fields()).containsKey("content-length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/atom.xml", "/old.xml", "/gone.xml", "/no", "/healthz", "/%2e%2e/x"})
  void readersInBrowsersMayUseEveryAnswer(String path) throws IOException {
    RawAnswer answer = RawClient.get(server, path, "Origin: https://reader.example.net");

    assertThat(answer.field("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.field("Access-Control-Expose-Headers"))
        .isEqualTo("ETag, Last-Modified, Link, Retry-After");
    assertThat(answer.field("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void aPreflightIsAnswered() throws IOException {
    RawAnswer answer =
        RawClient.method(
            server,
            "OPTIONS",
            "/atom.xml",
            "Origin: https://reader.example.net",
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: if-none-match");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.field("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.field("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(answer.field("Access-Control-Allow-Headers")).contains("If-None-Match");
    assertThat(answer.field("Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "get"})
  void otherMethodsAreNotAllowed(String method) throws IOException {
    for (String path : List.of("/atom.xml", "/no", "/healthz")) {
      RawAnswer answer = RawClient.method(server, method, path);
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.field("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
  }

  @Test
  void whatIsNotThereIsASmallShortLivedText() throws IOException {
    RawAnswer answer =
        RawClient.get(server, "/no", "If-None-Match: *", "Accept-Encoding: identity;q=0");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.field("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(answer.field("Cache-Control")).isEqualTo("max-age=60");
    assertThat(answer.body()).isEqualTo("Not found.\n");
  }

  @Test
  void whatIsGoneSaysSo() throws IOException {
    RawAnswer answer = RawClient.get(server, "/gone.xml");

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.body()).isEqualTo("Gone. This address is no longer in use.\n");
    assertThat(answer.field("Cache-Control")).isEqualTo("max-age=60");
  }

  @ParameterizedTest
  @CsvSource({"/old.xml, /atom.xml", "/?feed=rss2, https://feeds.example.org/rss.xml"})
  void aMoveIsForGoodAndItsAddressIsAsGiven(String path, String location) throws IOException {
    RawAnswer answer = RawClient.get(server, path);

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.field("Location")).isEqualTo(location);
    assertThat(answer.field("Cache-Control")).isEqualTo(FEED_CACHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/atom.xml?null",
        "/atom.xml?a=%zz",
        "/%61tom.xml",
        "/./atom.xml",
        "/x/../atom.xml",
        "http://other.example.org/atom.xml",
        "/tags/%E6%97%A5%E6%9C%AC/atom.xml",
      })
  void oneFeedAnswersUnderEverySpellingOfItsPath(String target) throws IOException {
    RawAnswer answer = RawClient.get(server, target);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("ETag")).isEqualTo(feed.tag().field(IDENTITY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Range: bytes=0-1",
        "A-IM: feed",
        "Accept: text/html",
        "X-Forwarded-Host: evil.example",
        "Content-Length: 0",
        "Cookie: a=b",
      })
  void whatIsNotOfferedIsIgnored(String field) throws IOException {
    RawAnswer answer = RawClient.get(server, "/atom.xml", field);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("a feed");
  }

  @Test
  void anUpgradeToHttp2IsDeclinedBySpeakingHttp1() throws IOException {
    RawAnswer answer =
        RawClient.get(
            server,
            "/atom.xml",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("a feed");
  }

  @Test
  void aClosedConnectionAndHttp10AreFine() throws IOException {
    try (RawClient client = RawClient.to(server)) {
      client.send("GET /atom.xml HTTP/1.1", "Host: x", "Connection: close");
      RawAnswer answer = client.read(false);
      assertThat(answer.field("Connection")).isEqualTo("close");
      assertThat(answer.body()).isEqualTo("a feed");
      assertThat(client.isClosed()).isTrue();
    }
    try (RawClient client = RawClient.to(server)) {
      client.send("GET /atom.xml HTTP/1.0");
      assertThat(client.read(false).body()).isEqualTo("a feed");
      assertThat(client.isClosed()).isTrue();
    }
  }
}

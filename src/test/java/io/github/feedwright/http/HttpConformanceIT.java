package io.github.feedwright.http;

import static io.github.feedwright.publish.ContentCoding.BROTLI;
import static io.github.feedwright.publish.ContentCoding.GZIP;
import static io.github.feedwright.publish.ContentCoding.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.publish.Gone;
import io.github.feedwright.publish.OnDemand;
import io.github.feedwright.publish.Redirect;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
  private final Bytes fresh = Bytes.feed("a fresh feed", Site.NOW.plusSeconds(1));
  private final OnDemand archive = () -> CompletableFuture.completedFuture(feed);
  private final Site site =
      new Site()
          .put("/atom.xml", feed)
          .put("/fresh.xml", fresh)
          .put("/archive.xml", archive)
          .put("/", Bytes.page("<!doctype html>"))
          .put("/tags/日本/atom.xml", feed)
          .put("/old.xml", new Redirect("/atom.xml"))
          .put("/?feed=rss2", new Redirect("https://feeds.example.org/rss.xml"))
          .put("/gone.xml", new Gone());
  private FeedServer server;

  HttpConformanceIT() throws BindFailure {
    this.server = site.serve();
  }

  @BeforeAll
  void itServes() throws IOException {
    assertThat(RawClient.get(server, "/atom.xml").status()).isEqualTo(200);
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
  void everyCodingHasATagOfItsOwn() throws IOException {
    RawAnswer plain = RawClient.get(server, "/atom.xml");
    RawAnswer gzip = RawClient.get(server, "/atom.xml", "Accept-Encoding: gzip");
    RawAnswer brotli = RawClient.get(server, "/atom.xml", "Accept-Encoding: br");

    assertThat(List.of(plain, gzip, brotli))
        .extracting(answer -> answer.field("ETag"))
        .containsExactly(
            feed.tag().field(IDENTITY), feed.tag().field(GZIP), feed.tag().field(BROTLI))
        .doesNotHaveDuplicates();
    assertThat(plain.field("Content-Encoding")).isNull();
    assertThat(gzip.field("Content-Encoding")).isEqualTo("gzip");
    assertThat(gzip.body()).isEqualTo("gzip of a feed");
    assertThat(brotli.field("Content-Encoding")).isEqualTo("br");
    assertThat(brotli.body()).isEqualTo("br of a feed");
    assertThat(brotli.field("Vary")).isEqualTo("Accept-Encoding");
  }

  /** TAG, GZ and BR stand for the tags of the feed's bodies. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "TAG                            | 304 | TAG",
        "W/TAG                          | 304 | TAG",
        "\"other\", TAG                 | 304 | TAG",
        "\"a,b\",W/\"c\" , W/TAG        | 304 | TAG",
        "GZ                             | 304 | GZ",
        "\"other\", BR, \"another\"     | 304 | BR",
        "GZ, TAG                        | 304 | TAG",
        "*                              | 304 | TAG",
        "\"other\"                      | 200 | TAG",
        "W/\"other\"                    | 200 | TAG",
        "nonsense                       | 200 | TAG",
        "\"*\"                          | 200 | TAG",
      })
  void ifNoneMatchIsAListOfWeaklyComparedTags(String list, int status, String tag)
      throws IOException {
    RawAnswer answer = RawClient.get(server, "/atom.xml", "If-None-Match: " + tags(list));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.field("ETag")).isEqualTo(tags(tag));
  }

  @Test
  void ifNoneMatchMayStandOnSeveralLines() throws IOException {
    RawAnswer answer =
        RawClient.get(
            server, "/atom.xml", "If-None-Match: \"other\"", "If-None-Match: " + tags("GZ"));

    assertThat(answer.status()).isEqualTo(304);
  }

  @Test
  void aMatchOfAnotherCodingEchoesTheTagThatMatched() throws IOException {
    RawAnswer answer =
        RawClient.get(server, "/atom.xml", "Accept-Encoding: br", "If-None-Match: " + tags("GZ"));

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.field("ETag")).isEqualTo(tags("GZ"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed, 04 Mar 2026 05:00:00 GMT     | 304",
        "Wed, 04 Mar 2026 05:00:01 GMT     | 304",
        "Wed, 04 Mar 2026 04:59:59 GMT     | 200",
        "Wednesday, 04-Mar-26 05:00:00 GMT | 304",
        "Wed Mar  4 05:00:00 2026          | 304",
        "Fri, 31 Dec 2100 00:00:00 GMT     | 304",
        "Thu, 01 Jan 1970 00:00:00 GMT     | 200",
        "nonsense                          | 200",
        "0                                 | 200",
      })
  void ifModifiedSinceIsReadInThreeForms(String date, int status) throws IOException {
    assertThat(RawClient.get(server, "/atom.xml", "If-Modified-Since: " + date).status())
        .isEqualTo(status);
  }

  @Test
  void ifNoneMatchOverrulesIfModifiedSince() throws IOException {
    String later = "If-Modified-Since: Fri, 31 Dec 2100 00:00:00 GMT";
    String earlier = "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT";

    assertThat(RawClient.get(server, "/atom.xml", later, "If-None-Match: \"x\"").status())
        .isEqualTo(200);
    assertThat(
            RawClient.get(server, "/atom.xml", earlier, "If-None-Match: " + tags("TAG")).status())
        .isEqualTo(304);
  }

  @Test
  void aDateAheadOfTheClockIsNotToldAndHidesNothing() throws IOException {
    RawAnswer whole = RawClient.get(server, "/fresh.xml");
    RawAnswer since =
        RawClient.get(server, "/fresh.xml", "If-Modified-Since: Fri, 31 Dec 2100 00:00:00 GMT");
    RawAnswer match =
        RawClient.get(server, "/fresh.xml", "If-None-Match: " + fresh.tag().field(IDENTITY));

    assertThat(whole.field("Last-Modified")).isNull();
    assertThat(since.status()).isEqualTo(200);
    assertThat(match.status()).isEqualTo(304);
    assertThat(match.field("Last-Modified")).isNull();
  }

  @Test
  void aNotModifiedCarriesTheFieldsThatReadersKeep() throws IOException {
    RawAnswer answer = RawClient.get(server, "/atom.xml", "If-None-Match: " + tags("TAG"));

    assertThat(answer.fields())
        .containsOnlyKeys(
            "date",
            "etag",
            "last-modified",
            "cache-control",
            "vary",
            "link",
            "access-control-allow-origin",
            "access-control-expose-headers",
            "x-content-type-options");
    assertThat(answer.field("Cache-Control")).isEqualTo(FEED_CACHING);
  }

  @Test
  void aNotModifiedIsFollowedByTheNextAnswer() throws IOException {
    try (RawClient client = RawClient.to(server)) {
      client.send("GET /atom.xml HTTP/1.1", "Host: x", "If-None-Match: *");
      assertThat(client.read(false).status()).isEqualTo(304);
      client.send("GET /atom.xml HTTP/1.1", "Host: x");
      assertThat(client.read(false).body()).isEqualTo("a feed");
    }
  }

  @Test
  void aRefusalOfEverythingIsNotAcceptable() throws IOException {
    RawAnswer answer = RawClient.get(server, "/", "Accept-Encoding: gzip, identity;q=0");

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.field("Vary")).isEqualTo("Accept-Encoding");
    assertThat(RawClient.get(server, "/atom.xml", "Accept-Encoding: gzip, *;q=0").status())
        .isEqualTo(200);
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
    assertThat(answer.body()).isEqualTo("There is nothing here.\n");
  }

  @Test
  void whatIsGoneSaysSo() throws IOException {
    RawAnswer answer = RawClient.get(server, "/gone.xml");

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.body()).isEqualTo("What was here is gone for good.\n");
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
    assertThat(answer.field("ETag")).isEqualTo(tags("TAG"));
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
        "If-Match: \"other\"",
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

  private String tags(@Nullable String names) {
    return String.valueOf(names)
        .replace("TAG", feed.tag().field(IDENTITY))
        .replace("GZ", feed.tag().field(GZIP))
        .replace("BR", feed.tag().field(BROTLI));
  }
}

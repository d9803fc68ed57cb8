package io.github.feedwright.http;

import static io.github.feedwright.web.ContentCoding.BROTLI;
import static io.github.feedwright.web.ContentCoding.GZIP;
import static io.github.feedwright.web.ContentCoding.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Validators, preconditions and codings (RFC 9110, sections 8.8, 12.5.3 and 13). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConditionalRequestIT {
  private final Bytes feed = Bytes.feed("a feed", Instant.parse("2026-03-04T05:00:00Z"));
  private final Bytes fresh = Bytes.feed("a fresh feed", Site.NOW.plusSeconds(1));
  private final FeedServer server;

  ConditionalRequestIT() throws BindFailure {
    this.server =
        new Site()
            .put("/atom.xml", feed)
            .put("/fresh.xml", fresh)
            .put("/", Bytes.page("<!doctype html>"))
            .serve();
  }

  @AfterAll
  void stop() {
    server.close();
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TAG                     | 200",
        "\"other\", GZ         | 200",
        "*                       | 200",
        "W/TAG, TAG              | 200",
        "\"other\"             | 412",
        "W/TAG                   | 412",
        "\"other\", W/GZ       | 412",
        "nonsense                | 412",
      })
  void ifMatchIsAListOfStronglyComparedTags(String list, int status) throws IOException {
    RawAnswer answer = RawClient.get(server, "/atom.xml", "If-Match: " + tags(list));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body())
        .isEqualTo(
            status == 200
                ? "a feed"
                : "Precondition failed. This is not the version that was asked for.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed, 04 Mar 2026 05:00:00 GMT     | 200",
        "Fri, 31 Dec 2100 00:00:00 GMT     | 200",
        "nonsense                          | 200",
        "Wed, 04 Mar 2026 04:59:59 GMT     | 412",
        "Wednesday, 04-Mar-26 04:59:59 GMT | 412",
      })
  void ifUnmodifiedSinceRefusesALaterVersion(String date, int status) throws IOException {
    assertThat(RawClient.get(server, "/atom.xml", "If-Unmodified-Since: " + date).status())
        .isEqualTo(status);
  }

  @Test
  void ifMatchComesBeforeAllOtherConditions() throws IOException {
    String earlier = "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT";
    String held = "If-None-Match: " + tags("TAG");

    assertThat(RawClient.get(server, "/atom.xml", earlier, "If-Match: " + tags("TAG")).status())
        .isEqualTo(200);
    assertThat(RawClient.get(server, "/atom.xml", held, "If-Match: \"other\"").status())
        .isEqualTo(412);
    assertThat(RawClient.get(server, "/atom.xml", held, earlier).status()).isEqualTo(412);
    assertThat(RawClient.get(server, "/gone.xml", "If-Match: *").status()).isEqualTo(404);
  }

  @Test
  void aDateAheadOfTheClockIsNotSentAndHidesNothing() throws IOException {
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
    assertThat(answer.field("Cache-Control")).startsWith("public, max-age=300");
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

  private String tags(String names) {
    return names
        .replace("TAG", feed.tag().field(IDENTITY))
        .replace("GZ", feed.tag().field(GZIP))
        .replace("BR", feed.tag().field(BROTLI));
  }
}

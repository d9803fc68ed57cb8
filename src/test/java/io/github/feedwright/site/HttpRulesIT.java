package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.github.feedwright.http.RawAnswer;
import io.github.feedwright.http.RawClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What readers and caches need, asked of the whole program over raw sockets. The rules by number: 1
 * a strong tag for each coding, and a date · 2 If-None-Match · 3 If-Modified-Since · 4 the fields
 * of a 304 · 5 validators per feed ({@link PublishingIT}, {@link SamenessIT}) · 6 Cache-Control · 7
 * Vary · 8 weights of codings · 9 media types · 10 no fields that mislead · 11 other origins · 12
 * HEAD, other methods, ranges · 13 empty feeds stay · 14 moved and gone · 15 Retry-After in seconds
 * · 16 a 404 whatever is asked · 17 guessed paths, junk queries · 18 old connections · 19 no
 * deltas.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpRulesIT {
  static final List<String> FEEDS =
      List.of(
          "/rss.xml",
          "/atom.xml",
          "/feed.json",
          "/tags/cloud/rss.xml",
          "/tags/quiet/atom.xml",
          "/archive/2013-01/rss.xml",
          "/categories/news/archive/2014-04/feed.json");

  static final List<String> PACKED =
      concat(FEEDS, "/feeds.opml", "/", "/tags/cloud/", "/2014/04/04/one/");

  static final String FILE = "/media/pic.png";

  static final List<String> REPRESENTATIONS = concat(PACKED, FILE);

  static final List<String> EVERYTHING =
      concat(
          REPRESENTATIONS,
          "/healthz",
          "/old/one/",
          "/tags/cloud",
          "/blog/feed.xml",
          "/away",
          "/comments/feed/",
          "/no",
          "/%2e%2e/etc/passwd");

  @TempDir private static Path posts;
  private RunningSite site;

  private static List<String> concat(List<String> some, String... more) {
    return java.util.stream.Stream.concat(some.stream(), java.util.stream.Stream.of(more)).toList();
  }

  @BeforeAll
  void serve() throws Exception {
    Brotli4jLoader.ensureAvailability();
    site = HttpRulesSite.on(posts);
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private RawAnswer get(String path, String... fields) throws IOException {
    return site.ask("GET", path, fields);
  }

  private static String tag(RawAnswer answer) {
    return String.valueOf(answer.field("ETag"));
  }

  // 1, 7

  @ParameterizedTest
  @FieldSource("REPRESENTATIONS")
  void whatIsServedHasAStrongTagAndADate(String path) throws IOException {
    RawAnswer answer = get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(tag(answer)).matches("\"[!#-~]+\"");
    assertThat(answer.field("Last-Modified")).endsWith(" GMT");
    assertThat(answer.field("Content-Length")).isEqualTo("" + answer.bytes().length);
  }

  @ParameterizedTest
  @FieldSource("PACKED")
  void eachCodingDecodesToTheSameBytesAndHasATagOfItsOwn(String path) throws IOException {
    RawAnswer plain = get(path);
    RawAnswer gzip = get(path, "Accept-Encoding: gzip");
    RawAnswer brotli = get(path, "Accept-Encoding: br");

    assertThat(gzip.field("Content-Encoding")).isEqualTo("gzip");
    assertThat(brotli.field("Content-Encoding")).isEqualTo("br");
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip.bytes()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.bytes());
    }
    try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(brotli.bytes()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.bytes());
    }
    assertThat(List.of(tag(plain), tag(gzip), tag(brotli))).doesNotHaveDuplicates();
    for (RawAnswer answer : List.of(plain, gzip, brotli)) {
      assertThat(answer.field("Vary")).isEqualTo("Accept-Encoding");
      assertThat(answer.field("Last-Modified")).isEqualTo(plain.field("Last-Modified"));
    }
  }

  // 2, 4, 7

  @ParameterizedTest
  @FieldSource("REPRESENTATIONS")
  void aTagOfAnyCodingIsEchoedInA304WithEveryFieldThatACacheUpdates(String path)
      throws IOException {
    for (String held : List.of("identity", "gzip", "br")) {
      RawAnswer whole = get(path, "Accept-Encoding: " + held);
      for (String now : List.of("identity", "gzip", "br", "deflate", "*")) {
        RawAnswer answer =
            get(path, "Accept-Encoding: " + now, "If-None-Match: \"x\", W/" + tag(whole));
        Map<String, List<String>> expected = new TreeMap<>(whole.fieldsWithoutDate());
        expected.keySet().removeIf(name -> name.startsWith("content-"));
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.fieldsWithoutDate()).isEqualTo(expected);
        assertThat(answer.field("Date")).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"* | 304", "W/\"x\" | 200", "\"\" | 200", "x | 200", "'' | 200"})
  void ifNoneMatchAloneDecidesWhereItIsSent(String tags, int status) throws IOException {
    String since = "If-Modified-Since: " + get("/rss.xml").field("Last-Modified");

    for (String path : REPRESENTATIONS) {
      assertThat(get(path, "If-None-Match: " + tags, since).status()).as(path).isEqualTo(status);
    }
  }

  @Test
  void aConnectionGoesOnAfterA304() throws IOException {
    String tag = tag(get("/rss.xml"));
    try (RawClient client = RawClient.to(site.port(), 64 * 1024)) {
      for (int status : List.of(304, 304, 200, 304)) {
        client.send(
            "GET /rss.xml HTTP/1.1", "Host: x", status == 304 ? "If-None-Match: " + tag : "X: y");
        assertThat(client.read(false).status()).isEqualTo(status);
      }
    }
  }

  // 3

  @ParameterizedTest
  @FieldSource("REPRESENTATIONS")
  void aDateInEachOfItsThreeFormsIsUnderstood(String path) throws IOException {
    String told = String.valueOf(get(path).field("Last-Modified"));
    ZonedDateTime at = ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME);
    for (String form :
        List.of(
            "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
            "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
            "EEE MMM ppd HH:mm:ss yyyy")) {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(form, Locale.ROOT);
      for (int seconds : List.of(-1, 0)) {
        String since = format.format(at.withZoneSameInstant(ZoneOffset.UTC).plusSeconds(seconds));
        assertThat(get(path, "If-Modified-Since: " + since).status())
            .as(path + " " + since)
            .isEqualTo(seconds < 0 ? 200 : 304);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "0", "-1", "Thu, 31 Feb 2199 00:00:00 GMT", "2199-01-01"})
  void aDateThatIsNoneIsIgnored(String since) throws IOException {
    assertThat(get("/rss.xml", "If-Modified-Since: " + since).status()).isEqualTo(200);
  }

  // 8

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br | br",
        "gzip, deflate | gzip",
        "br;q=0.5, gzip;q=0.9 | gzip",
        "gzip;q=0, br;q=0 | none",
        "gzip;q=0, * | br",
        "*;q=0 | 406",
        "identity;q=0 | 406",
        "identity;q=0, * | br",
        "identity;q=0.5, gzip;q=0.1 | none",
        "x-gzip | gzip",
        "zstd, compress | none",
        "GZIP;Q=1 | gzip",
      })
  void weightsDecide(String accepted, String coding) throws IOException {
    RawAnswer answer = get("/rss.xml", "Accept-Encoding: " + accepted);

    assertThat(answer.status()).isEqualTo(coding.equals("406") ? 406 : 200);
    assertThat(answer.field("Content-Encoding"))
        .isEqualTo(coding.equals("none") || coding.equals("406") ? null : coding);
    assertThat(answer.field("Vary")).isEqualTo("Accept-Encoding");
  }

  // 6, 10, 11, 15

  @ParameterizedTest
  @FieldSource("EVERYTHING")
  void noAnswerMisleadsAndEveryOneMayBeUsedByOtherOrigins(String path) throws IOException {
    RawAnswer answer = get(path, "Origin: https://reader.example.net", "Cookie: a=b");

    boolean isFile = path.equals(FILE);
    assertThat(answer.fields())
        .doesNotContainKeys("server", "set-cookie", "content-location", "expires", "pragma")
        .doesNotContainKeys("x-powered-by", "via");
    assertThat(answer.field("Accept-Ranges")).isEqualTo(isFile ? "bytes" : null);
    assertThat(answer.body()).doesNotContainIgnoringCase("jetty").doesNotContain("at io.");
    assertThat(answer.field("Cache-Control")).isNotBlank().doesNotContain("immutable");
    assertThat(answer.field("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.field("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.field("Access-Control-Expose-Headers"))
        .isEqualTo(
            "ETag, Last-Modified, Link, Retry-After"
                + (isFile ? ", Accept-Ranges, Content-Range" : ""));
  }

  @ParameterizedTest
  @FieldSource("EVERYTHING")
  void aPreflightIsAnsweredWhateverThePath(String path) throws IOException {
    RawAnswer answer =
        site.ask(
            "OPTIONS",
            path.contains("%2e") ? "*" : path,
            "Origin: https://reader.example.net",
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: if-none-match");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.field("Access-Control-Allow-Headers")).contains("If-None-Match");
  }

  // 12

  @ParameterizedTest
  @FieldSource("EVERYTHING")
  void headHasTheFieldsOfGet(String path) throws IOException {
    for (String coding : List.of("identity", "gzip", "br")) {
      for (String tag : List.of("\"x\"", "*")) {
        String[] fields = {"Accept-Encoding: " + coding, "If-None-Match: " + tag};
        RawAnswer whole = get(path, fields);
        RawAnswer head = site.ask("HEAD", path, fields);
        assertThat(head.status()).isEqualTo(whole.status());
        assertThat(head.fieldsWithoutDate()).isEqualTo(whole.fieldsWithoutDate());
      }
    }
  }

  @ParameterizedTest
  @FieldSource("PACKED")
  void aRangeOrAnythingElseThatIsNotOfferedIsAnsweredInFull(String path) throws IOException {
    RawAnswer whole = get(path);
    for (String field :
        List.of("Range: bytes=0-1", "A-IM: feed", "Accept: text/plain", "TE: trailers")) {
      assertThat(get(path, field).status()).as(field).isEqualTo(200);
      assertThat(get(path, field).body()).as(field).isEqualTo(whole.body());
    }
  }
}

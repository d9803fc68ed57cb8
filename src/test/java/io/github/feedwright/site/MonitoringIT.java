package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedwright.http.BoundSocket;
import io.github.feedwright.http.FeedServer;
import io.github.feedwright.http.RawClient;
import io.github.feedwright.http.ResponseObservers;
import io.github.feedwright.metrics.MetricsServer;
import io.github.feedwright.settings.MonitoringSettings.Address;
import io.github.feedwright.web.push.WebSubHub;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a running server tells those who watch it. */
@Timeout(120)
final class MonitoringIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path posts;
  private static final List<String> LINES = new CopyOnWriteArrayList<>();
  private static RunningSite site;
  private static MetricsServer metrics;
  private static FeedServer server;

  @BeforeAll
  static void serve() throws Exception {
    RunningSite.write(posts, "2014-04-04-one.md", "---\ntitle: One\ntags: [cloud]\n---\nText.\n");
    RunningSite.write(posts, "2014-05-04-bad.md", "---\ntitle: [\n---\nText.\n");
    site = RunningSite.on(posts);
    metrics = MetricsServer.start(new Address("127.0.0.1", 0), site.publisher());
    server =
        FeedServer.start(
            BoundSocket.bind(RunningSite.settings(posts, "").http()),
            site.publisher(),
            Clock.systemUTC(),
            WebSubHub.NONE,
            ResponseObservers.none().with(metrics.responses()).withLog(LINES::add));
  }

  @AfterAll
  static void close() {
    server.close();
    metrics.close();
    site.close();
  }

  private static HttpResponse<String> get(int port, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String scraped() throws Exception {
    return get(metrics.port(), "/metrics").body();
  }

  private static void awaitMetric(String line) {
    RunningSite.within(Duration.ofSeconds(10), () -> scraped().contains("\n" + line));
  }

  @Test
  void requestsAreCountedByKindStatusAndCoding() throws Exception {
    String tag = get(server.port(), "/atom.xml").headers().firstValue("ETag").orElseThrow();
    get(server.port(), "/atom.xml", "If-None-Match", tag);
    get(server.port(), "/tags/cloud/rss.xml", "Accept-Encoding", "gzip");

    awaitMetric("feedwright_requests_total{coding=\"identity\",kind=\"atom\",status=\"304\"} 1.0");
    awaitMetric("feedwright_requests_total{coding=\"gzip\",kind=\"rss\",status=\"200\"} 1.0");
    assertThat(scraped()).containsPattern("feedwright_response_bytes_total\\{kind=\"atom\"} [1-9]");
  }

  @Test
  void whatIsPublishedIsMeasured() throws Exception {
    HttpResponse<String> answer = get(metrics.port(), "/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body())
        .contains("\n# TYPE feedwright_posts gauge\n")
        .contains("\nfeedwright_serving 1.0\n")
        .contains("\nfeedwright_watching 1.0\n")
        .contains("\nfeedwright_feeds ")
        .contains("\nfeedwright_warming ")
        .contains("\nfeedwright_problems{kind=\"front-matter\"} ")
        .contains("\njvm_memory_used_bytes{")
        .contains("\nprocess_uptime_seconds ", "\nprocess_cpu_seconds_total ");
    assertThat(get(metrics.port(), "/").statusCode()).isEqualTo(404);
  }

  @Test
  void promtoolAcceptsTheMetrics(@TempDir Path home) throws Exception {
    Tool.need("promtool", "prometheus");
    get(server.port(), "/atom.xml");
    awaitMetric("feedwright_requests_total{");
    Files.writeString(home.resolve("metrics"), scraped());

    assertThat(Tool.run(home, List.of("sh", "-c", "promtool check metrics < metrics"))).isEmpty();
  }

  @Test
  void aPublishedChangeIsTimed() throws Exception {
    double before = number("feedwright_publish_seconds_count");
    site.save("2014-06-04-two.md", "---\ntitle: Two\n---\nText.\n");
    RunningSite.within(
        Duration.ofSeconds(20), () -> number("feedwright_publish_seconds_count") > before);
    assertThat(number("feedwright_publish_seconds_sum")).isPositive();
  }

  private static double number(String metric) throws Exception {
    return scraped()
        .lines()
        .filter(line -> line.startsWith(metric + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** Each time series stays in memory, here and in what collects it. */
  @Test
  void tenThousandRandomPathsMakeNoMoreThanAFewTimeSeries() throws Exception {
    Random random = new Random(1);
    for (int each = 0; each < 10_000; each++) {
      String path = "/" + Long.toString(random.nextLong(), 36) + (each % 3 == 0 ? "/rss.xml" : "/");
      metrics.responses().sent(path, 404, null, each);
    }
    assertThat(scraped().lines().filter(line -> line.startsWith("feedwright_")))
        .hasSizeLessThan(80);
  }

  private static String logged(String request) {
    RunningSite.within(
        Duration.ofSeconds(10), () -> LINES.stream().anyMatch(line -> line.contains(request)));
    return LINES.stream().filter(line -> line.contains(request)).findFirst().orElseThrow();
  }

  @Test
  void eachResponseIsALineInTheCombinedForm() throws Exception {
    get(
        server.port(),
        "/rss.xml?a=b",
        "User-Agent",
        "Reader \"1\"",
        "Referer",
        "http://a.example/");
    assertThat(logged("?a=b"))
        .matches(
            "127\\.0\\.0\\.1 - - \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000]"
                + " \"GET /rss\\.xml\\?a=b HTTP/1\\.1\" 200 \\d+ \"http://a\\.example/\""
                + " \"Reader [^ ]*1[^ ]*\"");
  }

  @Test
  void aFieldThatTheRequestHasNotIsAHyphen() throws Exception {
    get(server.port(), "/rss.xml?c=d", "User-Agent", "a \"\" b");
    assertThat(logged("?c=d")).contains("HTTP/1.1\" 200 ").contains(" \"-\" \"");
    try (Socket plain = new Socket("127.0.0.1", server.port())) {
      plain
          .getOutputStream()
          .write("GET /rss.xml?e=f HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(logged("?e=f")).endsWith(" \"-\" \"-\"");
    }
  }

  /** As nginx logs it: what is not sent is not counted. */
  @Test
  void theBodyThatAHeadDoesNotGetIsNotCounted() throws Exception {
    for (String path : List.of("/feeds.opml", "/none/", "/tags", "/healthz")) {
      RawClient.ask(server.port(), "HEAD " + path + "?g=h HTTP/1.1", "Host: x");
      assertThat(logged("HEAD " + path + "?g=h")).containsPattern(" HTTP/1.1\" [234]\\d\\d 0 ");
    }
    awaitMetric("feedwright_response_bytes_total{kind=\"opml\"} 0.0");
  }

  @Test
  void aPortInUseIsReportedWithWhatToDo() {
    assertThatThrownBy(
            () -> MetricsServer.start(new Address("127.0.0.1", metrics.port()), site.publisher()))
        .hasMessage(
            "metrics cannot be served on \"127.0.0.1\", port %d: Address already in use; choose"
                    .formatted(metrics.port())
                + " another address with metrics.host and metrics.port");
  }
}

package io.github.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedwright.settings.HttpSettings;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's life: it binds, waits for the first snapshot, serves, and stops gracefully. */
@Timeout(60)
final class FeedServerIT {
  private static final Bytes FEED = Bytes.feed("a feed", null);

  @Test
  void itSaysWhereItIsReached() throws IOException {
    try (FeedServer server = new Site().serve()) {
      assertThat(server.port()).isPositive();
      assertThat(server.address()).isEqualTo("http://127.0.0.1:" + server.port() + "/");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/atom.xml", "/no/such/path", "/healthz", "/%68ealthz"})
  void beforeTheFirstSnapshotEveryPathAsksToComeBack(String path) throws IOException {
    try (FeedServer server = new Site().put("/atom.xml", FEED).serving(false).serve()) {
      RawAnswer answer = RawClient.get(server, path);

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.field("Retry-After")).isEqualTo("10");
      assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void beforeTheFirstSnapshotWhoAsksAHubIsAskedToComeBackToo() throws IOException {
    Site site = new Site().serving(false);
    try (FeedServer server = site.serve()) {
      RawAnswer answer = RawClient.method(server, "POST", "/hub", "Content-Length: 0");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.field("Retry-After")).isEqualTo("10");
      site.serving(true);
      assertThat(RawClient.method(server, "POST", "/hub", "Content-Length: 0").status())
          .isEqualTo(405);
    }
  }

  @Test
  void theFirstSnapshotIsServedWithoutARestart() throws IOException {
    Site site = new Site().put("/atom.xml", FEED).serving(false);
    try (FeedServer server = site.serve()) {
      assertThat(RawClient.get(server, "/atom.xml").status()).isEqualTo(503);
      site.serving(true);
      assertThat(RawClient.get(server, "/atom.xml").body()).isEqualTo("a feed");
    }
  }

  @Test
  void healthIsCountsByKindAndNeverStored() throws IOException {
    try (FeedServer server = new Site().serve()) {
      RawAnswer answer = RawClient.get(server, "/healthz");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.field("Content-Type")).isEqualTo("application/json");
      assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.body())
          .isEqualTo(
              """
              {"state":"serving","watching":"watching","posts":12,"feeds":34,"warming":5,\
              "problems":{"date":2,"limit":1}}
              """);
      assertThat(answer.fields()).doesNotContainKeys("set-cookie", "server");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/%68ealthz, Accept: */*",
    "/./healthz, Accept: */*",
    "/x/../healthz, Accept: */*",
    "/healthz?x=1, Accept: */*",
    "/healthz, Upgrade: websocket",
    "/healthz, X-HTTP-Method-Override: DELETE",
  })
  void healthAnswersWhateverFieldsARequestHas(String path, String field) throws IOException {
    try (FeedServer server = new Site().serve()) {
      RawAnswer answer = RawClient.get(server, path, field, "Connection: close, Upgrade");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).startsWith("{\"state\":\"serving\"");
    }
  }

  @Test
  void aTakenPortIsOneMessageThatSaysWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> BoundSocket.bind(Site.settings(port)))
          .isInstanceOf(BindFailure.class)
          .hasMessage(
              "port %d on 127.0.0.1 is in use by another program:".formatted(port)
                  + " choose another with --port or http.port");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "no-such-host.invalid"})
  void anAddressOfAnotherMachineIsOneMessageThatSaysWhatToDo(String host) {
    HttpSettings settings =
        new HttpSettings(
            host,
            8080,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            HttpSettings.FeedType.SPECIFIC);

    assertThatThrownBy(() -> BoundSocket.bind(settings))
        .isInstanceOf(BindFailure.class)
        .hasMessage(
            "this machine cannot listen on \"%s\", port 8080: choose another address with --host or http.host"
                .formatted(host));
  }

  @Test
  void whatIsInFlightIsAnsweredBeforeItStops() throws Exception {
    CompletableFuture<Representation> making = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    OnDemand archive =
        () -> {
          asked.countDown();
          return making;
        };
    FeedServer server = new Site().put("/archive.xml", archive).serve();
    try (RawClient client = RawClient.to(server);
        RawClient idle = RawClient.to(server)) {
      client.send("GET /archive.xml HTTP/1.1", "Host: x");
      asked.await();
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
      making.completeOnTimeout(FEED, 300, java.util.concurrent.TimeUnit.MILLISECONDS);

      assertThat(client.read(false).body()).isEqualTo("a feed");
      assertThat(stopped).succeedsWithin(Duration.ofSeconds(5));
      assertThat(idle.isClosed()).isTrue();
    }
  }

  @Test
  void itStopsWithinFiveSecondsWhateverIsInFlight() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    OnDemand never =
        () -> {
          asked.countDown();
          return new CompletableFuture<>();
        };
    FeedServer server = new Site().put("/archive.xml", never).serve();
    try (RawClient client = RawClient.to(server)) {
      client.send("GET /archive.xml HTTP/1.1", "Host: x");
      asked.await();

      assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(Duration.ofMillis(5500));
    }
  }
}

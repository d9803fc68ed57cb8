package io.github.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stop waits for answers in flight, and for nothing else. */
@Timeout(60)
final class StopIT {
  private static final String LARGE = "x".repeat(16 * 1024 * 1024);

  /** Jetty waits for a second where it is not told otherwise. */
  private static final Duration LONGER_THAN_JETTY_WAITS = Duration.ofMillis(1500);

  /** As always, but with time for a reader on a machine with other work. */
  private static final Timeouts LATE_STOP =
      new Timeouts(
          Timeouts.DEFAULT.idle(),
          Timeouts.DEFAULT.head(),
          Timeouts.DEFAULT.answer(),
          Timeouts.DEFAULT.leastRate(),
          Timeouts.DEFAULT.waitLimit(),
          Duration.ofSeconds(30));

  private static final Bytes FEED = Bytes.feed("a feed", null);

  private final CompletableFuture<Representation> making = new CompletableFuture<>();
  private final Site site =
      new Site()
          .put("/atom.xml", FEED)
          .put("/large.xml", Bytes.feed(LARGE, null))
          .put("/archive.xml", (OnDemand) () -> making);

  @Test
  void idleConnectionsAreClosedWhileAnAnswerIsWaitedFor() throws IOException {
    FeedServer server = site.serve();
    try (RawClient silent = RawClient.to(server);
        RawClient keptAlive = RawClient.to(server);
        RawClient waiting = RawClient.to(server)) {
      keptAlive.send("GET /atom.xml HTTP/1.1", "Host: x");
      keptAlive.read(false);
      waiting.send("GET /archive.xml HTTP/1.1", "Host: x");
      CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);

      assertThat(keptAlive.isClosedWithin(3000)).isTrue();
      assertThat(silent.isClosed()).isTrue();
      assertThat(stop).isNotDone();

      making.complete(FEED);
      RawAnswer answer = waiting.read(false);
      assertThat(answer.body()).isEqualTo("a feed");
      assertThat(answer.field("Connection")).isEqualTo("close");
      assertThat(waiting.isClosed()).isTrue();
      stop.join();
    }
  }

  @Test
  void aReaderThatPausesGetsTheRestOfItsAnswer() throws IOException {
    FeedServer server = site.serve(LATE_STOP);
    try (RawClient client = RawClient.to(server)) {
      client.send("GET /large.xml HTTP/1.1", "Host: x");
      assertThat(client.take(1)).isOne();
      CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
      await().pollDelay(LONGER_THAN_JETTY_WAITS).until(() -> true);

      assertThat(stop).isNotDone();
      assertThat(restOf(client)).isGreaterThan(LARGE.length());
      stop.join();
    }
  }

  /** The bytes of the answer that are left, head and all. */
  private static long restOf(RawClient client) {
    long taken = 0;
    for (int bytes = client.take(1 << 16); bytes > 0; bytes = client.take(1 << 16)) {
      taken += bytes;
    }
    return taken;
  }
}

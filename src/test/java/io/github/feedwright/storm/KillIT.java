package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process ends at any moment, told or untold, and the next one serves the whole. */
@Timeout(3600)
@Execution(ExecutionMode.CONCURRENT)
final class KillIT {
  private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir private Path posts;

  @Test
  void everyStartAfterAKillServesTheWhole() throws Exception {
    int count = Sizes.of(200, 1000);
    StormPosts.write(posts, 0, count, "v0");
    long slowest = 0;
    for (int times = 1; times <= Sizes.of(3, 100); times++) {
      long begun = System.nanoTime();
      try (ServerProcess server = ServerProcess.on(posts)) {
        HttpResponse<String> feed = server.asks("atom.xml").join();
        slowest = Math.max(slowest, System.nanoTime() - begun);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(StormPosts.fault(feed.body())).isEmpty();
        assertThat(feed.body()).contains("BEGIN " + (count - 1) + "/v" + (times - 1) + " ");
        writeUntilKilled(server, count, "v" + times);
      }
    }
    LOG.info("the slowest of the starts served after {} ms", slowest / 1_000_000);
  }

  /** Killed when the first of its changes are served, and the last are still being written. */
  private void writeUntilKilled(ServerProcess server, int count, String version) throws Exception {
    Thread writer =
        new Thread(
            () -> {
              for (int number = count - 1; number >= 0; number--) {
                write(number, version);
              }
            });
    writer.start();
    within(Sizes.TIME_LIMIT, () -> server.body("atom.xml").contains("/" + version + " "));
    server.close();
    writer.join();
  }

  private void write(int number, String version) {
    try {
      StormPosts.write(posts, number, 1, version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aServerThatIsStoppedAnswersRequestsInFlightAndEnds() throws Exception {
    StormPosts.write(posts, 0, Sizes.of(200, 1000), "v0");
    try (ServerProcess server = ServerProcess.on(posts)) {
      server.asks("rss.xml").join();
      CompletableFuture<HttpResponse<String>> archive = server.asks("archive/2014-01/atom.xml");
      assertThat(archive.join().statusCode()).isEqualTo(200);
      CompletableFuture<HttpResponse<String>> last = server.asks("atom.xml");
      server.process().destroy();
      assertThat(server.process().waitFor(6, TimeUnit.SECONDS)).isTrue();
      assertThat(server.process().exitValue()).isEqualTo(ENDED_BY_SIGTERM);
      // It was either answered whole, or came too late and was refused: never half.
      String fault =
          last.handle((answer, refused) -> refused == null ? StormPosts.fault(answer.body()) : "")
              .join();
      assertThat(fault).isEmpty();
    }
  }
}

package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.http.RawClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readers of a large feed that stop reading. {@code storm.readers} is how many; where it is set,
 * figures are printed too (the profile {@code storm}).
 */
@Timeout(300)
final class StalledReadersIT {
  private static final int FEW = 128;
  private static final int THREADS = 64;
  private static final int LARGE = 4 << 20;
  private static final int REQUESTS = 1000;
  private static final int SMALL_BUFFER = 4096;

  @TempDir private Path posts;

  @Test
  void theyDelayNoOtherAndHoldFewThreads() throws Exception {
    for (int day = 10; day < 30; day++) {
      String tags = day == 10 ? "tags: [small]\n" : "";
      String text =
          day == 10 ? "Text." : ("Many words, again and again. ".repeat(8) + "\n\n").repeat(1000);
      RunningSite.write(
          posts,
          "2014-04-" + day + "-post.md",
          "---\ntitle: " + day + "\n" + tags + "---\n" + text);
    }
    List<RawClient> stalled = new ArrayList<>();
    int others = threads();
    try (RunningSite site = RunningSite.on(posts)) {
      String large = site.body("/atom.xml");
      assertThat(large.length()).isGreaterThan(LARGE);
      for (int i = 0; i < Integer.getInteger("storm.readers", FEW); i++) {
        RawClient reader = RawClient.to(site.port(), SMALL_BUFFER);
        reader.send("GET /atom.xml HTTP/1.1", "Host: x");
        assertThat(reader.take(512)).isPositive();
        stalled.add(reader);
      }
      long[] nanos = new long[REQUESTS];
      for (int i = 0; i < REQUESTS; i++) {
        long start = System.nanoTime();
        assertThat(site.ask("GET", "/tags/small/rss.xml").status()).isEqualTo(200);
        nanos[i] = System.nanoTime() - start;
      }
      assertThat(threads() - others).isLessThanOrEqualTo(THREADS);
      assertThat(site.body("/atom.xml")).isEqualTo(large);
      tell(stalled.size(), large.length(), nanos, threads() - others);
    } finally {
      for (RawClient reader : stalled) {
        reader.close();
      }
    }
  }

  /** All that run Java in this process, whatever their names. */
  private static int threads() {
    return Thread.getAllStackTraces().size();
  }

  private static void tell(int readers, int bytes, long[] nanos, int threads) {
    if (Integer.getInteger("storm.readers") == null) {
      return;
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%d readers stalled in a feed of %.1f MB; %d other requests, ms: median %.2f, p99 %.2f,"
            + " worst %.2f; threads: %d%n",
        readers,
        bytes / 1e6,
        nanos.length,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6,
        threads);
  }
}

package io.github.feedwright.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.storm.Sizes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A hub that has told of many changes holds no more than one that has told of some. */
@Timeout(3600)
final class PushSoakIT {
  private static final Logger LOG = LoggerFactory.getLogger(PushSoakIT.class);
  private static final int CHANGES = Sizes.of(100, 10_000);
  private static final long MIB = 1 << 20;

  @TempDir private Path home;

  /** What may grow with every change. */
  private record Holding(long heap, int threads, long files) {
    static Holding now(Path home) throws IOException {
      System.gc();
      System.gc();
      long files = 0;
      try (Stream<Path> all = Files.walk(home)) {
        for (Path each : all.filter(Files::isRegularFile).toList()) {
          files += Files.size(each);
        }
      }
      return new Holding(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          files);
    }
  }

  @Test
  void memoryThreadsAndFilesStayAsTheyAre() throws Exception {
    try (SteppedPush push = SteppedPush.in(home, SteppedPush.USUAL + "}");
        Subscriber subscriber = Subscriber.start()) {
      push.subscribed(subscriber.url("/"), "hub.secret", "s3cret");
      Holding before = Holding.now(home);
      for (int change = 1; change <= CHANGES; change++) {
        push.pass(Duration.ofSeconds(1));
        push.publish("/atom.xml", "change " + change + "x".repeat(20_000));
        push.until(() -> subscriber.deliveries().size() == 1);
        subscriber.forget();
        if (change == CHANGES / 10) {
          before = Holding.now(home);
        }
        if (change == CHANGES / 10 || change == CHANGES / 2 || change == CHANGES) {
          LOG.info("after {} changes: {}", change, Holding.now(home));
        }
      }
      Holding after = Holding.now(home);
      assertThat(after.heap()).isLessThan(before.heap() + 8 * MIB);
      assertThat(after.threads()).isLessThan(before.threads() + 8);
      assertThat(after.files()).isLessThan(before.files() + 8 * MIB);
    }
  }
}

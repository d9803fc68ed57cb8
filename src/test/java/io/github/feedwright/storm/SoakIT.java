package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.feedwright.publish.Served;
import io.github.feedwright.site.RunningSite;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that was edited for long holds no more than one that was not. */
@Timeout(7200)
final class SoakIT {
  private static final int POSTS = 60;
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  @TempDir private Path posts;

  /** What a process may lose a little of with every edit. */
  private record Holding(long heap, int threads, long descriptors) {
    static Holding now() throws IOException {
      System.gc();
      System.gc();
      try (Stream<Path> open = Files.list(DESCRIPTORS)) {
        return new Holding(
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
            ManagementFactory.getThreadMXBean().getThreadCount(),
            open.count());
      }
    }
  }

  @Test
  void heapThreadsAndDescriptorsEndWhereTheyBegan() throws Exception {
    assumeTrue(Files.isDirectory(DESCRIPTORS), "this system does not list open files");
    StormPosts.write(posts, 0, POSTS, "v0");
    try (RunningSite site = RunningSite.on(posts)) {
      edit(site, 0, 60);
      Holding before = Holding.now();
      try (Poller poller = Poller.of(site)) {
        edit(site, 60, Sizes.of(240, 30_000));
        poller.requireGood();
      }
      Served.awaitEqualToAFreshStart(
          site.publisher(), RunningSite.settings(posts, ""), Clock.systemUTC(), Sizes.TIME_LIMIT);
      Holding after = Holding.now();
      assertThat(after.heap()).isLessThan(before.heap() + (24L << 20));
      assertThat(after.threads()).isLessThan(before.threads() + 16);
      assertThat(after.descriptors()).isLessThan(before.descriptors() + 16);
    }
  }

  private static void edit(RunningSite site, int from, int count) throws Exception {
    for (int edit = from; edit < from + count; edit++) {
      int number = POSTS - 1 - edit % 15;
      String version = "e" + edit;
      site.save(StormPosts.name(number), StormPosts.text(number, version));
      if (edit % 10 == 9) {
        within(Sizes.TIME_LIMIT, () -> site.body("/atom.xml").contains(number + "/" + version));
      }
    }
  }
}

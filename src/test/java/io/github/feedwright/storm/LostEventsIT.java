package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.feedwright.site.RunningSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where the system tells of no change, or of too few, the scans find what was missed. */
@Timeout(1800)
@Execution(ExecutionMode.CONCURRENT)
final class LostEventsIT {
  private static final int POSTS = 40;

  /** Posts are held in memory: fifty thousand do not fit into half a gigabyte. */
  private static final String MEMORY = Sizes.of(512, 2048) + "m";

  @TempDir private Path temp;
  private Path posts;
  private Path config;

  @BeforeEach
  void writePosts() throws IOException {
    posts = Files.createDirectory(temp.resolve("posts"));
    StormPosts.write(posts, 0, POSTS, "v0");
    config =
        Files.writeString(
            temp.resolve("config.yaml"),
            "site: {url: \"https://blog.example.org/\"}\nwatch: {scan: 2s}\n");
  }

  private ServerProcess server(List<String> program) throws IOException {
    return ServerProcess.of(MEMORY, program, posts, "--config", config.toString());
  }

  private void awaitEqualToAFreshStart(ServerProcess server) throws IOException {
    try (ServerProcess other = server(List.of())) {
      Map<String, String> fresh = Answers.of(other);
      assertThat(fresh).hasSizeGreaterThan(POSTS / 2);
      for (String path : List.of("/feed.json", "/")) {
        within(Sizes.TIME_LIMIT, () -> server.body(path).equals(other.body(path)));
      }
      within(Sizes.TIME_LIMIT, () -> Answers.difference(Answers.of(server), fresh).isEmpty());
    }
  }

  @Test
  void aProcessThatWasStoppedWhileMoreHappenedThanEventsAreKeptFor() throws Exception {
    int count = Sizes.of(200, 50_000);
    try (ServerProcess server = server(List.of())) {
      server.signal("STOP");
      fillTheQueueOfEvents();
      StormPosts.write(posts, 10, count, "v1");
      Files.delete(posts.resolve(StormPosts.name(5)));
      Files.createDirectory(posts.resolve("moved"));
      Files.move(
          posts.resolve(StormPosts.name(6)), posts.resolve("moved").resolve(StormPosts.name(6)));
      StormPosts.write(posts.resolve("deep/er/still"), 100_000, 3, "v2");
      server.signal("CONT");
      awaitEqualToAFreshStart(server);
      assertThat(server.body("/healthz")).contains("\"watching\"");
    }
  }

  /** Linux keeps as many for a process that does not take them, and then none. */
  private void fillTheQueueOfEvents() throws IOException {
    Path limit = Path.of("/proc/sys/fs/inotify/max_queued_events");
    int kept = Files.exists(limit) ? Integer.parseInt(Files.readString(limit).strip()) : 0;
    Path hidden = posts.resolve(".hidden");
    for (int events = 0; events <= kept; events += 2) {
      Files.createFile(hidden);
      Files.delete(hidden);
    }
  }

  @Test
  void aLimitOfWatchesThatIsTooLow() throws Exception {
    assumeTrue(canLimitWatches(), "this user may not lower the limit for one process");
    for (int number = 0; number < 30; number++) {
      StormPosts.write(posts.resolve("d" + number), 100 + number, 1, "v0");
    }
    try (ServerProcess server = server(limited(10))) {
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains("degraded"));
      assertThat(server.body("/healthz"))
          .contains("degraded: polling every 2 s because the system cannot watch more directories");
      for (int number = 0; number < 30; number++) {
        StormPosts.write(posts.resolve("d" + number), 100 + number, 1, "v1");
      }
      RunningSite.write(posts, "d29/new.md", StormPosts.text(200, "v1"));
      Files.delete(posts.resolve("d28").resolve(StormPosts.name(128)));
      awaitEqualToAFreshStart(server);
    }
  }

  /** A user namespace has limits of its own, which its owner may lower. */
  private static List<String> limited(int watches) {
    String limit = "echo " + watches + " > /proc/sys/user/max_inotify_watches && exec \"$@\"";
    return List.of("unshare", "-U", "-r", "sh", "-c", limit, "sh");
  }

  private static boolean canLimitWatches() throws InterruptedException {
    try {
      List<String> command = new ArrayList<>(limited(10));
      command.add("true");
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}

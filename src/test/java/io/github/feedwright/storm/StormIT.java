package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.feedwright.publish.Served;
import io.github.feedwright.site.RunningSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever happens to the directory, what is served ends up equal to a fresh start on it. */
@Timeout(1800)
@Execution(ExecutionMode.CONCURRENT)
final class StormIT {
  private static final int POSTS = 40;

  @TempDir private Path temp;
  private Path posts;

  /** What happens to a directory while it is served. */
  @FunctionalInterface
  private interface Storm {
    void rage(RunningSite site) throws Exception;
  }

  @BeforeEach
  void writePosts() throws IOException {
    posts = Files.createDirectory(temp.resolve("posts"));
    StormPosts.write(posts, 0, POSTS, "v0");
  }

  private void survives(Storm storm) throws Exception {
    survives(posts, storm);
  }

  private static void survives(Path root, Storm storm) throws Exception {
    survives(root, "", storm);
  }

  private static void survives(Path root, String more, Storm storm) throws Exception {
    try (RunningSite site = RunningSite.withSmallCaches(root, more)) {
      try (Poller poller = Poller.of(site)) {
        storm.rage(site);
        Served.awaitEqualToAFreshStart(
            site.publisher(),
            RunningSite.settings(root, more),
            Clock.systemUTC(),
            Sizes.TIME_LIMIT);
        poller.requireGood();
      }
    }
  }

  private static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (end - System.nanoTime() > 0) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private static void deleteTree(Path directory) throws IOException {
    try (Stream<Path> below = Files.walk(directory)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void atomicRenames() throws Exception {
    survives(
        site -> {
          for (int round = 1; round <= Sizes.of(5, 200); round++) {
            StormPosts.write(posts, 0, POSTS, "v" + round);
          }
        });
  }

  @Test
  void editorsThatRenameTheFileAwayAndWriteANewOne() throws Exception {
    survives(
        site -> {
          for (int round = 1; round <= Sizes.of(3, 100); round++) {
            for (int number = 20; number < POSTS; number++) {
              Path file = posts.resolve(StormPosts.name(number));
              Path backup = posts.resolve(StormPosts.name(number) + "~");
              Files.move(file, backup, StandardCopyOption.REPLACE_EXISTING);
              pause(Duration.ofMillis(2));
              Files.writeString(file, StormPosts.text(number, "v" + round));
              Files.delete(backup);
            }
          }
        });
  }

  @Test
  void writersThatPauseInTheMiddle() throws Exception {
    // On a machine with other work, a pause may take much longer: that would be a save.
    survives(
        posts,
        "watch: {settle: 800ms}\n",
        site -> {
          for (int round = 1; round <= Sizes.of(2, 20); round++) {
            for (int number = POSTS - 3; number < POSTS + 1; number++) {
              writeSlowly(
                  posts.resolve(StormPosts.name(number)), StormPosts.text(number, "v" + round));
            }
          }
        });
  }

  private static void writeSlowly(Path file, String text) throws IOException {
    Files.writeString(file, "");
    for (int from = 0; from < text.length(); from += text.length() / 4 + 1) {
      pause(Duration.ofMillis(120));
      Files.writeString(
          file,
          text.substring(from, Math.min(text.length(), from + text.length() / 4 + 1)),
          StandardOpenOption.APPEND);
    }
  }

  @Test
  void checkoutsOfAnotherBranchAndBack() throws Exception {
    Git git = new Git(posts);
    assumeTrue(git.isThere(), "git is not installed");
    int count = Sizes.of(120, 20_000);
    git.run("init", "-q", "-b", "main");
    StormPosts.write(posts, 0, count, "v0");
    git.commitAll("main");
    git.run("checkout", "-q", "-b", "other");
    StormPosts.write(posts, count / 4, count / 2, "v1");
    for (int number = 0; number < count / 8; number++) {
      Files.delete(posts.resolve(StormPosts.name(number)));
      RunningSite.write(
          posts, "deep/" + number % 7 + "/new-" + number + ".md", StormPosts.text(number, "v2"));
    }
    git.commitAll("other");
    survives(
        site -> {
          for (int times = 0; times < Sizes.of(1, 3); times++) {
            git.run("checkout", "-q", "main");
            git.run("checkout", "-q", "other");
          }
        });
  }

  @Test
  void filesInDeepNewDirectories() throws Exception {
    survives(
        site -> {
          for (int number = 100; number < 100 + Sizes.of(30, 400); number++) {
            Path directory = Files.createDirectories(posts.resolve("a" + number + "/b/c"));
            RunningSite.write(directory, StormPosts.name(number), StormPosts.text(number, "v1"));
          }
        });
  }

  @Test
  void aDirectoryThatIsMovedOutAndIn() throws Exception {
    StormPosts.write(posts.resolve("sub"), 100, POSTS, "v0");
    survives(
        site -> {
          Files.move(posts.resolve("sub"), temp.resolve("out"));
          within(Sizes.TIME_LIMIT, () -> site.publisher().health().posts() == POSTS);
          StormPosts.write(temp.resolve("out"), 100, 10, "v1");
          Files.move(temp.resolve("out"), posts.resolve("sub"));
        });
  }

  @Test
  void aRootThatIsGoneForAWhileAndMadeAgain() throws Exception {
    survives(
        site -> {
          deleteTree(posts);
          within(Sizes.TIME_LIMIT, () -> site.publisher().health().watching().contains("missing"));
          assertThat(site.publisher().health().watching())
              .isEqualTo("degraded: polling every 30 s because the posts directory is missing");
          // Longer than a deletion takes to be believed: what was served stays.
          pause(Duration.ofMillis(1500));
          assertThat(site.publisher().health().posts()).isEqualTo(POSTS);
          Path next = temp.resolve("next");
          StormPosts.write(next, 10, POSTS, "v1");
          Files.move(next, posts);
          within(Sizes.TIME_LIMIT, () -> site.publisher().health().watching().equals("watching"));
        });
  }

  @Test
  void mountsThatAreSwappedThroughALink() throws Exception {
    Path mount = Files.createDirectory(temp.resolve("mount"));
    fillMount(mount, "..2014_1", "v0");
    for (int number = 0; number < POSTS; number++) {
      String name = StormPosts.name(number);
      Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
    }
    survives(
        mount,
        site -> {
          for (int round = 1; round <= Sizes.of(3, 30); round++) {
            fillMount(mount, "..2014_1_" + round, "v" + round);
            pause(Duration.ofMillis(100));
          }
        });
  }

  private static void fillMount(Path mount, String directory, String version) throws IOException {
    StormPosts.write(mount.resolve(directory), 0, POSTS, version);
    Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of(directory));
    Files.move(
        mount.resolve("..data_tmp"), mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void aRootThatIsALinkToTheNextRelease() throws Exception {
    Path current = temp.resolve("current");
    Files.createSymbolicLink(current, posts);
    survives(
        current,
        site -> {
          for (int round = 1; round <= Sizes.of(3, 30); round++) {
            Path release = temp.resolve("release-" + round);
            StormPosts.write(release, round, POSTS, "v" + round);
            Files.createSymbolicLink(temp.resolve("next"), release);
            Files.move(temp.resolve("next"), current, StandardCopyOption.ATOMIC_MOVE);
          }
        });
  }

  @Test
  void aMassDelete() throws Exception {
    StormPosts.write(posts, 100, Sizes.of(300, 20_000), "v0");
    survives(
        site -> {
          for (int number = 100; number < 100 + Sizes.of(300, 20_000); number++) {
            Files.delete(posts.resolve(StormPosts.name(number)));
          }
        });
  }

  @Test
  void aMassTouchChangesNoByteNoTagAndNoTime() throws Exception {
    survives(
        site -> {
          List<String> paths = List.of("/atom.xml", "/rss.xml", "/feed.json", "/feeds.opml", "/");
          StringBuilder before = new StringBuilder();
          for (String path : paths) {
            before.append(site.validators(path));
          }
          for (int number = 0; number < POSTS; number++) {
            Files.setLastModifiedTime(
                posts.resolve(StormPosts.name(number)), FileTime.from(Instant.now()));
          }
          // What is saved after them is published after them; it is in no feed's newest twenty.
          site.save("post-last.md", hidden());
          within(Sizes.TIME_LIMIT, () -> site.publisher().health().posts() == POSTS + 1);
          StringBuilder after = new StringBuilder();
          for (String path : paths) {
            after.append(site.validators(path));
          }
          assertThat(after).hasToString(before.toString());
        });
  }

  private static String hidden() {
    return "---\ntitle: Last\ndate: 2001-01-01\nfeed: false\n---\nBEGIN x END x \n";
  }

  @Test
  void moreFilesAtOnceThanEventsAreKeptFor() throws Exception {
    survives(
        site -> {
          for (int number = 100; number < 100 + Sizes.of(200, 50_000); number++) {
            Files.writeString(
                posts.resolve(StormPosts.name(number)), StormPosts.text(number, "v1"));
          }
        });
  }

  @Test
  void aFolderThatDecidesWhichFilesArePosts() throws Exception {
    survives(
        site -> {
          StormPosts.write(temp.resolve("_posts"), 10, POSTS, "v1");
          Files.move(temp.resolve("_posts"), posts.resolve("_posts"));
          within(Sizes.TIME_LIMIT, () -> !site.body("/atom.xml").contains("v0"));
          Files.move(posts.resolve("_posts"), temp.resolve("_posts"));
          within(Sizes.TIME_LIMIT, () -> site.body("/atom.xml").contains("v0"));
        });
  }

  @Test
  void aPostThatBecomesDueAndOneThatIsCostlyInTheMiddleOfAStorm() throws Exception {
    Instant due = Instant.now().plusSeconds(3);
    String scheduled = StormPosts.text(99, "due").replaceFirst("date: \\S+", "date: " + due);
    RunningSite.write(posts, "scheduled.md", scheduled);
    survives(
        site -> {
          assertThat(site.body("/atom.xml")).doesNotContain("99/due");
          site.save("hostile.md", hostile());
          for (int round = 1; Instant.now().isBefore(due); round++) {
            StormPosts.write(posts, 10, 20, "v" + round);
            int last = round;
            within(Sizes.TIME_LIMIT, () -> site.body("/atom.xml").contains("29/v" + last));
          }
          within(Sizes.TIME_LIMIT, () -> site.body("/atom.xml").contains("99/due"));
        });
  }

  private static String hostile() {
    return StormPosts.text(98, "slow").replaceAll("BEGIN|END", "") + "> ".repeat(20_000) + "x\n";
  }
}

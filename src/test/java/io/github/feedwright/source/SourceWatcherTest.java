package io.github.feedwright.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SourceWatcherTest {
  private static final String EVERYWHERE = "look everywhere: ";

  @TempDir private Path temp;
  private Path root;
  private SourceTree tree;
  private Hints hints;
  private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();
  private SourceWatcher watcher;

  /** What the watcher said, in order. */
  private static final class Hints implements SourceWatcher.Listener {
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    @Override
    public void touched(String path, FileEvent event) {
      said.add(path);
    }

    @Override
    public void scanNeeded(String reason) {
      said.add(EVERYWHERE + reason);
    }
  }

  @BeforeEach
  void watch() throws IOException {
    root = Files.createDirectory(temp.resolve("posts"));
    Files.createDirectory(root.resolve("sub"));
    Files.writeString(root.resolve("sub/known.md"), "known");
    tree = new SourceTree(root);
    hints = new Hints();
    watcher = new SourceWatcher(root, Duration.ofSeconds(30), hints, this::open);
    scanUntilQuiet();
  }

  @AfterEach
  void close() {
    watcher.close();
  }

  @Test
  void aFileWrittenInPlaceIsTouched() throws IOException {
    Files.writeString(root.resolve("sub/known.md"), "more", StandardOpenOption.APPEND);

    awaitHint("sub/known.md");
  }

  @Test
  void aNewFileIsTouched() throws IOException {
    Files.writeString(root.resolve("new.md"), "new");

    awaitHint("new.md");
  }

  @Test
  void aFileRenamedIntoPlaceIsTouchedAndItsTemporaryNameIsNot() throws IOException {
    Files.writeString(root.resolve("sub/.known.md.tmp"), "other");
    Files.move(
        root.resolve("sub/.known.md.tmp"),
        root.resolve("sub/known.md"),
        StandardCopyOption.ATOMIC_MOVE);

    awaitHint("sub/known.md");
    assertThat(hints.said).containsOnly("sub/known.md");
  }

  @Test
  void aDeletedFileIsTouched() throws IOException {
    Files.delete(root.resolve("sub/known.md"));

    awaitHint("sub/known.md");
  }

  @Test
  void aFileInDeepNewDirectoriesIsFound() throws IOException {
    Files.createDirectories(root.resolve("a/b/c"));
    Files.writeString(root.resolve("a/b/c/new.md"), "new");
    awaitHint(EVERYWHERE + "a directory is new or changed");

    scanUntilQuiet();
    Files.writeString(root.resolve("a/b/c/new.md"), "newer");

    awaitHint("a/b/c/new.md");
  }

  @Test
  void directoriesThatAppearBetweenScanAndRearmAreAskedFor() throws IOException {
    Listing listing = tree.list();
    watcher.rearm(listing);
    assertThat(hints.said).isEmpty();

    Files.createDirectory(root.resolve("late"));
    watcher.rearm(tree.list());

    awaitHint(EVERYWHERE + "some directories were not watched before");
  }

  @Test
  void aDirectoryMovedOutAndInIsLookedThrough() throws IOException {
    Files.move(root.resolve("sub"), temp.resolve("out"));
    awaitHint(EVERYWHERE + "a directory is gone");
    scanUntilQuiet();

    Files.move(temp.resolve("out"), root.resolve("back"));
    awaitHint(EVERYWHERE + "a directory is new or changed");
    scanUntilQuiet();

    Files.writeString(root.resolve("back/known.md"), "changed");
    awaitHint("back/known.md");
  }

  @Test
  void aDirectoryRenamedWithinIsTouchedUnderItsNewName() throws IOException {
    Files.move(root.resolve("sub"), root.resolve("renamed"));
    awaitHint(EVERYWHERE + "a directory is new or changed");
    scanUntilQuiet();

    Files.writeString(root.resolve("renamed/known.md"), "changed");

    awaitHint("renamed/known.md");
    assertThat(hints.said).doesNotContain("sub/known.md");
  }

  @Test
  void aRootThatIsRemovedAndMadeAgainIsWatchedAgain() throws IOException {
    Files.delete(root.resolve("sub/known.md"));
    Files.delete(root.resolve("sub"));
    Files.delete(root);
    awaitHint(EVERYWHERE + "the posts directory is gone");
    await().until(() -> watcher.state().isDegraded());
    scanUntilQuiet();
    assertThat(watcher.state().text())
        .isEqualTo("degraded: polling every 30 s because the posts directory is missing");

    Files.createDirectory(root);
    awaitHint(EVERYWHERE + "the posts directory was replaced");
    scanUntilQuiet();
    assertThat(watcher.state().text())
        .isEqualTo(
            "degraded: polling every 30 s because the posts directory was replaced by an empty one");

    Files.writeString(root.resolve("new.md"), "new");
    awaitHint("new.md");
    scanUntilQuiet();
    assertThat(watcher.state().text()).isEqualTo("watching");
  }

  @Test
  void aRootThatIsExchangedIsWatchedAgain() throws IOException {
    Files.createDirectory(temp.resolve("next"));
    Files.move(root, temp.resolve("former"));
    Files.move(temp.resolve("next"), root);
    awaitHint(EVERYWHERE + "the posts directory was replaced");
    scanUntilQuiet();

    Files.writeString(root.resolve("new.md"), "new");

    awaitHint("new.md");
  }

  @Test
  void aRootThatIsALinkIsFollowedWhenItIsRetargeted() throws IOException {
    Path link = temp.resolve("current");
    Path other = Files.createDirectory(temp.resolve("other"));
    Files.createSymbolicLink(link, root);
    watcher.close();
    tree = new SourceTree(link);
    watcher = new SourceWatcher(link, Duration.ofSeconds(30), hints);
    scanUntilQuiet();

    Files.createSymbolicLink(temp.resolve("next"), other);
    Files.move(temp.resolve("next"), link, StandardCopyOption.ATOMIC_MOVE);
    awaitHint(EVERYWHERE + "the posts directory was replaced");
    scanUntilQuiet();

    Files.writeString(other.resolve("new.md"), "new");
    awaitHint("new.md");
  }

  @Test
  void aLinkToADirectoryOverWhichAFileIsRenamedIsADirectoryThatIsGone() throws IOException {
    Path link = root.resolve("link");
    Files.createDirectory(root.resolve(".hidden"));
    Files.createSymbolicLink(link, Path.of(".hidden"));
    scanUntilQuiet();
    Files.move(
        Files.writeString(root.resolve(".file"), "a file"), link, StandardCopyOption.ATOMIC_MOVE);

    awaitHint(EVERYWHERE + "a directory is gone");
  }

  @Test
  void aConfigMapThatIsSwappedIsLookedThrough() throws IOException {
    Files.createDirectory(root.resolve("..2024_02"));
    Files.createSymbolicLink(root.resolve("..data_tmp"), Path.of("..2024_02"));
    Files.move(root.resolve("..data_tmp"), root.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

    awaitHint(EVERYWHERE + "a link to a directory was replaced");
  }

  @Test
  void moreEventsThanTheSystemKeepsLeadToALookEverywhere() throws IOException {
    Path busy = Files.createDirectory(root.resolve("busy"));
    scanUntilQuiet();
    refusal.set("stall");
    for (int file = 0; file < 3000; file++) {
      Files.createFile(busy.resolve(file + ".md"));
    }
    refusal.set(null);

    awaitHint(EVERYWHERE + "too many changes at once");
  }

  @Test
  void directoriesThatCannotBeWatchedAreReportedUntilTheyCan() throws IOException {
    refusal.set("User limit of inotify watches reached");
    Files.createDirectory(root.resolve("more"));
    watcher.rearm(tree.list());
    assertThat(watcher.state().text())
        .isEqualTo(
            "degraded: polling every 30 s because the system cannot watch more directories (raise"
                + " fs.inotify.max_user_watches)");

    refusal.set(null);
    scanUntilQuiet();

    assertThat(watcher.state().text()).isEqualTo("watching");
    Files.writeString(root.resolve("more/new.md"), "new");
    awaitHint("more/new.md");
  }

  @Test
  void aSystemWithoutMoreWatchersIsReportedUntilItHasOne() throws IOException {
    refusal.set("User limit of inotify instances reached or too many open files");
    try (SourceWatcher late = new SourceWatcher(root, Duration.ofMillis(1500), hints, this::open)) {
      late.rearm(tree.list());
      assertThat(late.state().text())
          .isEqualTo(
              "degraded: polling every 1500 ms because the system allows no more watchers (raise"
                  + " fs.inotify.max_user_instances)");

      refusal.set(null);
      late.rearm(tree.list());
      assertThat(late.state().text()).isEqualTo("watching");
    }
  }

  @Test
  void aListenerThatThrowsEndsTheWatchingOnlyUntilTheNextRearm() throws IOException {
    SourceWatcher.Listener thrower =
        new SourceWatcher.Listener() {
          @Override
          public void touched(String path, FileEvent event) {
            throw new IllegalStateException("no");
          }

          @Override
          public void scanNeeded(String reason) {}
        };
    try (SourceWatcher other = new SourceWatcher(root, Duration.ofSeconds(30), thrower)) {
      other.rearm(tree.list());
      Files.writeString(root.resolve("new.md"), "new");
      await().until(() -> other.state().isDegraded());
      assertThat(other.state().text())
          .isEqualTo(
              "degraded: polling every 30 s because the watcher failed"
                  + " (java.lang.IllegalStateException: no)");

      other.rearm(tree.list());
      assertThat(other.state().text()).isEqualTo("watching");
    }
  }

  @Test
  void aClosedWatcherSaysNothingMore() throws IOException {
    watcher.close();
    watcher.rearm(tree.list());
    Files.writeString(root.resolve("new.md"), "new");

    assertThat(watcher.state().text())
        .isEqualTo("degraded: polling every 30 s because the watcher is closed");
    assertThat(hints.said).isEmpty();
  }

  /** What the caller does at a hint to look everywhere, until there is no further one. */
  private void scanUntilQuiet() {
    do {
      hints.said.clear();
      watcher.rearm(tree.list());
    } while (!hints.said.isEmpty());
  }

  private void awaitHint(String hint) {
    await().untilAsserted(() -> assertThat(hints.said).contains(hint));
  }

  /** The system's events, which refuse or stall while the test says so. */
  private DirectoryEvents open() throws IOException {
    refuse();
    DirectoryEvents events = DirectoryEvents.ofSystem();
    return new DirectoryEvents() {
      @Override
      public WatchKey register(Path directory) throws IOException {
        refuse();
        return events.register(directory);
      }

      @Override
      public WatchKey take() throws InterruptedException {
        WatchKey key = events.take();
        await().until(() -> !"stall".equals(refusal.get()));
        return key;
      }

      @Override
      public void close() throws IOException {
        events.close();
      }
    };
  }

  private void refuse() throws IOException {
    String reason = refusal.get();
    if (reason != null) {
      throw new FileSystemException(null, null, reason);
    }
  }
}

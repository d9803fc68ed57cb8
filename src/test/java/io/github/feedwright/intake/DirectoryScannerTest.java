package io.github.feedwright.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.intake.reading.KeptReadings;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryScannerTest {
  @TempDir private Path posts;
  @TempDir private Path elsewhere;
  private final Collection<Signal> signals = new ConcurrentLinkedQueue<>();

  private DirectoryScanner scanner() {
    return scanner(false);
  }

  private DirectoryScanner scanner(boolean takesFiles) {
    Settings settings = Posts.settings().withPosts(posts);
    RepresentationCache representations =
        new RepresentationCache(Runnable::run, Runnable::run, new LastModifiedClock(), Set.of());
    SourceTree tree = new SourceTree(posts);
    FileIngester ingester =
        new FileIngester(
            settings,
            tree,
            new PostParser(settings, Authors.none()),
            KeptReadings.none(),
            new FileState(),
            representations);
    if (takesFiles) {
      ingester.takeAll(tree.list(), Instant.now());
    }
    return new DirectoryScanner(settings, tree, ingester, signals::add);
  }

  @Test
  void aScannerThatIsStartedScansAtOnce() throws Exception {
    Files.writeString(posts.resolve("a.md"), "---\ntitle: A\ndate: 2020-01-01\n---\n");
    try (DirectoryScanner scanner = scanner()) {
      scanner.start();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> signals.stream().anyMatch(Signal.Scanned.class::isInstance));
    }
  }

  /** A server may be stopped while its first snapshot is made. */
  @Test
  void aScannerThatWasClosedDoesNotStart() {
    DirectoryScanner scanner = scanner();
    scanner.close();
    assertThatCode(scanner::start).doesNotThrowAnyException();
    assertThatCode(() -> scanner.scanWithin(Duration.ZERO)).doesNotThrowAnyException();
    assertThat(signals).isEmpty();
  }

  /** Written through another name of it in another directory: no event tells of that. */
  private void writeSilently(String name) throws IOException {
    Files.writeString(elsewhere.resolve(name), "---\ntitle: Silent\ndate: 2020-01-01\n---\n");
  }

  private void link(String name) throws IOException {
    Files.writeString(elsewhere.resolve(name), "---\ndate: 2020-01-01\n---\n");
    Files.createLink(posts.resolve(name), elsewhere.resolve(name));
  }

  /** The files of the first look after an event. */
  private List<String> filesAfter(DirectoryScanner scanner, Change change) throws Exception {
    scanner.start();
    // The first scan begins to watch, and the second one finds what has changed before that.
    await().until(() -> signals.stream().filter(this::isScan).count() == 2);
    signals.clear();
    writeSilently("silent.md");
    change.run();
    await().until(() -> signals.stream().anyMatch(this::isScan));
    return signals.stream()
        .filter(Signal.Scanned.class::isInstance)
        .flatMap(scan -> ((Signal.Scanned) scan).touched().stream())
        .map(Signal.Touched::path)
        .toList();
  }

  private boolean isScan(Signal signal) {
    return signal instanceof Signal.Scanned;
  }

  private interface Change {
    void run() throws IOException;
  }

  @Test
  void aFileThatIsWrittenIsLookedAtAgainAlone() throws Exception {
    link("silent.md");
    Path file = Files.writeString(posts.resolve("a.md"), "---\ndate: 2020-01-01\n---\n");
    try (DirectoryScanner scanner = scanner(true)) {
      assertThat(
              filesAfter(scanner, () -> Files.writeString(file, "---\ndate: 2020-02-02\n---\n.")))
          .containsExactly("a.md");
    }
  }

  @Test
  void aFileThatIsRenamedIsFollowedByAScan() throws Exception {
    link("silent.md");
    Path file = Files.writeString(posts.resolve("a.md"), "---\ndate: 2020-01-01\n---\n");
    try (DirectoryScanner scanner = scanner(true)) {
      assertThat(filesAfter(scanner, () -> Files.move(file, posts.resolve("b.md"))))
          .containsExactly("a.md", "b.md", "silent.md");
    }
  }

  @Test
  void aFileToWhichALinkPointsIsFollowedByAScan() throws Exception {
    link("silent.md");
    Path file = Files.writeString(posts.resolve("a.md"), "---\ndate: 2020-01-01\n---\n");
    Files.createSymbolicLink(posts.resolve("b.md"), Path.of("a.md"));
    try (DirectoryScanner scanner = scanner(true)) {
      assertThat(
              filesAfter(scanner, () -> Files.writeString(file, "---\ndate: 2020-02-02\n---\n.")))
          .containsExactly("a.md", "b.md", "silent.md");
    }
  }
}

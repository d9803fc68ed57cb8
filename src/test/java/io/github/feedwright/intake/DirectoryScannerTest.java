package io.github.feedwright.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.field.Authors;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryScannerTest {
  @TempDir private Path posts;
  private final Collection<Signal> signals = new ConcurrentLinkedQueue<>();

  private DirectoryScanner scanner() {
    Settings settings = Posts.settings().withPosts(posts);
    RepresentationCache representations =
        new RepresentationCache(Runnable::run, Runnable::run, new LastModifiedClock(), Set.of());
    SourceTree tree = new SourceTree(posts);
    FileIngester ingester =
        new FileIngester(
            settings,
            tree,
            new PostParser(settings, Authors.none()),
            new FileState(),
            representations);
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
}

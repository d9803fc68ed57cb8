package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.library.Posts;
import io.github.feedwright.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison with a fresh start finds what is wrong. */
final class ServedTest {
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path posts;
  private Settings settings;

  @BeforeEach
  void write() throws IOException {
    settings =
        Posts.settings("site: {title: T, url: \"https://example.org/\", id: \"tag:e.org,2013\"}")
            .withPosts(posts);
    write("Text.");
  }

  private void write(String text) throws IOException {
    SteppedSite.write(posts, "2014-01-01-a.md", "---\ntitle: A\n---\n" + text + "\n");
  }

  private Publisher started() throws Exception {
    Publisher publisher = FixedSettings.publisher(settings, CLOCK);
    publisher.start();
    publisher.first().get();
    await().until(publisher::isIdle);
    return publisher;
  }

  @Test
  void aChangeThatIsMissedIsFound() throws Exception {
    Publisher publisher = started();
    Served.awaitEqualToAFreshStart(publisher, settings, CLOCK, Duration.ofSeconds(10));
    publisher.close();
    write("Changed.");
    assertThatThrownBy(() -> Served.awaitEqualToAFreshStart(publisher, settings, CLOCK, LIMIT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("and by a fresh start as");
  }

  /** What is equal at one moment may differ at the next. */
  @Test
  void whatDoesNotComeToRestIsNotEqual() throws Exception {
    try (Publisher publisher = started()) {
      CompletableFuture<Void> ended = new CompletableFuture<>();
      CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> writeUntil(ended));
      await().until(() -> !publisher.isIdle());
      assertThatThrownBy(() -> Served.awaitEqualToAFreshStart(publisher, settings, CLOCK, LIMIT))
          .isInstanceOf(AssertionError.class);
      ended.complete(null);
      writer.join();
      Served.awaitEqualToAFreshStart(publisher, settings, CLOCK, Duration.ofSeconds(10));
    }
  }

  /** The same text again: nothing that is served changes, but it might. */
  private void writeUntil(CompletableFuture<Void> ended) {
    while (!ended.isDone()) {
      try {
        write("Text.");
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}

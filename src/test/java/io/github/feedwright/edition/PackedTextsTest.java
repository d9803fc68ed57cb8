package io.github.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.edition.entry.RenderThreads;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.cache.CacheLimits;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The texts of posts are compressed in memory, but nobody waits for that at the start. */
@Timeout(60)
final class PackedTextsTest {
  private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");
  private static final WaitLimit LONG = WaitLimit.of(Duration.ofSeconds(50));
  private static final int POSTS = 250;

  private final Settings settings = Posts.settings();

  private ParsedPost parsed(String path) {
    String text = "---\ntitle: T\ndate: 2024-01-01\n---\n" + "Some words. ".repeat(20);
    return new PostParser(settings, Authors.none())
        .parse(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static long packed(Pipeline pipeline) {
    long packed = 0;
    for (Post post : pipeline.edition().library().all()) {
      packed += post.body().packed().isPacked() ? 1 : 0;
    }
    return packed;
  }

  @Test
  void theFirstEditionHasThemAsTheyWereReadAndTheyAreCompressedAfterIt() {
    RepresentationCache cache =
        new RepresentationCache(
            Runnable::run, Runnable::run, new LastModifiedClock(), CacheLimits.USUAL);
    try (RenderThreads renderers = new RenderThreads(1)) {
      Pipeline pipeline =
          new Pipeline(
              settings, cache, RenderingCaches.of(CacheStore.none()), renderers, late -> {});
      for (int post = 0; post < POSTS; post++) {
        String path = post + ".md";
        pipeline.fileState().put(path, parsed(path), "");
      }
      pipeline.start(NOW, LONG, NOW);
      assertThat(packed(pipeline)).isZero();
      int steps = 0;
      while (pipeline.warm()) {
        steps++;
      }
      assertThat(packed(pipeline)).isEqualTo(POSTS);
      assertThat(steps).isBetween(2, POSTS);
    }
  }
}

package io.github.feedwright.edition.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class EntryCacheTest {
  private static final WaitLimit LONG = WaitLimit.of(Duration.ofSeconds(60));

  private static EntryRenderer entryRenderer(Settings settings) {
    return new EntryRenderer(
        settings,
        FeedFormats.of(settings.feeds().formats()),
        RenderingCaches.of(CacheStore.none()),
        new RenderedPosts(Posts.emptyLibrary(settings), late -> {}));
  }

  @Test
  void aPreviousEntryStaysUntilItsOwnIsReadyAndIsNeverTakenForIt() {
    Settings before = Posts.settings();
    Settings after = Posts.settings("site: {url: 'https://new.example.org/', id: 'tag:a,2013'}");
    Post post = Posts.post("2014-01-01-a.md", "title: A");
    Library library = Library.empty(before, path -> false).with(post);
    Library next = Library.empty(after, path -> false).with(post);
    try (RenderThreads renderers = new RenderThreads(1)) {
      EntryCache former = new EntryCache(entryRenderer(before), renderers, late -> {});
      former.prepare(List.of(post), Set.of(), library, LONG);
      EntryCache cache = new EntryCache(entryRenderer(after), renderers, late -> {});

      assertThat(cache.atHand(post)).isNull();
      cache.inherit(former);
      assertThat(cache.atHand(post)).isEqualTo(former.get(post));
      assertThat(cache.get(post)).isNull();

      cache.prepare(List.of(post), Set.of(), next, LONG);
      assertThat(cache.atHand(post)).isEqualTo(cache.get(post)).isNotEqualTo(former.get(post));
      assertThat(cache.get(post))
          .extracting(made -> made.entry().link())
          .asString()
          .contains("//new.");
    }
  }

  @Test
  @Timeout(30)
  void theWaitIsShortIfNothingBecomesReady() {
    Settings settings = Posts.settings();
    Post post = Posts.post("2014-01-01-a.md", "title: A");
    Library library = Library.empty(settings, path -> false).with(post);
    CountDownLatch end = new CountDownLatch(1);
    List<String> late = Collections.synchronizedList(new ArrayList<>());
    try (RenderThreads renderers = new RenderThreads(1)) {
      renderers.execute(
          () -> {
            try {
              end.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      EntryCache cache = new EntryCache(entryRenderer(settings), renderers, late::add);
      WaitLimit waitLimit = new WaitLimit(Duration.ofHours(1), Duration.ofMillis(50));
      cache.prepare(List.of(post), Set.of(), library, waitLimit);
      assertThat(cache.get(post)).isNull();
      assertThat(late).isEmpty();

      end.countDown();
      await().until(() -> late.equals(List.of("2014-01-01-a.md")));
      cache.prepare(List.of(post), Set.of(), library, waitLimit);
      assertThat(cache.get(post)).isNotNull();
    }
  }

  @Test
  @Timeout(60)
  void aSlowPostHoldsUpOnlyReadersOfFeedsThatShowIt() throws Exception {
    Settings settings = Posts.settings();
    Post quick = Posts.post("2014-01-01-a.md", "title: A");
    Post slow = Posts.post(settings, "2014-01-02-b.md", "title: B", "Words. ".repeat(40_000));
    Library library = Posts.emptyLibrary(settings).with(quick).with(slow);
    CountDownLatch end = new CountDownLatch(1);
    try (RenderThreads renderers = new RenderThreads(1)) {
      CompletableFuture<Boolean> busy = renderers.render(1, () -> null, () -> isCountedDown(end));
      EntryCache cache = new EntryCache(entryRenderer(settings), renderers, late -> {});
      CompletableFuture<List<RenderedEntry>> both = cache.entries(library, List.of(slow, quick));

      assertThat(cache.entries(library, List.of(quick)).get()).hasSize(1);
      assertThat(both).isNotDone();

      end.countDown();
      assertThat(both.get())
          .extracting(each -> each.post().path())
          .containsExactly(slow.path(), quick.path());
      assertThat(busy).isCompletedWithValue(true);
    }
  }

  private static boolean isCountedDown(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

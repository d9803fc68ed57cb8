package io.github.feedwright.edition.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.cache.RepresentationCache;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WrittenEntriesTest {
  private static final Settings SETTINGS = Posts.settings();

  private final RenderThreads threads = new RenderThreads(1);

  @AfterEach
  void stop() {
    threads.close();
  }

  private WrittenEntries entries(Library library) {
    List<FeedFormat> formats = FeedFormats.of(SETTINGS.feeds().formats());
    RenderingCaches caches = RenderingCaches.of(CacheStore.none());
    RenderedPosts rendered = new RenderedPosts(library, late -> {});
    EntryRenderer renderer = new EntryRenderer(SETTINGS, formats, caches, rendered);
    return new WrittenEntries(
        renderer,
        new EntryCache(renderer, threads, late -> {}),
        RepresentationCache.forFiles(Runnable::run),
        caches);
  }

  @Test
  void anEntryIsWrittenOnceForALibrary() {
    Post post = Posts.post("2014-01-01-a.md", "title: A");
    Library library = Library.empty(SETTINGS, path -> false).with(post);
    WrittenEntries entries = entries(library);

    assertThat(entries.of(library, post)).isSameAs(entries.of(library, post));
  }

  @Test
  void inTheNextLibraryItIsWrittenAgainOnlyIfItHasChanged() {
    Post post = Posts.post(SETTINGS, "2014-01-01-a.md", "title: A", "[B](2014-01-02-b.md)");
    Post other = Posts.post("2014-01-02-b.md", "title: B");
    Library alone = Library.empty(SETTINGS, path -> false).with(post);
    WrittenEntries entries = entries(alone);
    RenderedEntry first = entries.of(alone, post);

    Library grown = alone.with(Posts.post("2014-01-03-c.md", "title: C"));
    assertThat(entries.of(grown, post).texts()).isSameAs(first.texts());

    RenderedEntry linked = entries.of(grown.with(other), post);
    assertThat(linked.texts()).isNotEqualTo(first.texts());
    assertThat(linked.texts().get(0).toString()).contains("/2014/01/02/b");
    assertThat(linked.entry()).extracting(Entry::title).isEqualTo("A");
  }
}

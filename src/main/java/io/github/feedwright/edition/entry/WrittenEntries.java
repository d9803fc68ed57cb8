package io.github.feedwright.edition.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.format.Fragment;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.web.cache.RepresentationCache;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The entries of documents that are made when they are requested, each written once for a library.
 * A post is in the archives of the site and of each of its terms, in every format: whoever reads
 * one of them reads the others, and a build writes all.
 *
 * <p>Threads: {@code worker}.
 */
public final class WrittenEntries {
  private record Written(WeakReference<Library> library, RenderedEntry entry) {
    boolean isFor(Library other) {
      return library.refersTo(other);
    }

    int bytes() {
      return entry.texts().stream().mapToInt(Fragment::length).sum();
    }
  }

  private final EntryRenderer renderer;
  private final EntryCache ready;
  private final RepresentationCache representations;
  private final Cache<Post, Written> written;

  /**
   * Nothing is written yet.
   *
   * @param ready the entries of feeds, which are not written again
   */
  public WrittenEntries(
      EntryRenderer renderer,
      EntryCache ready,
      RepresentationCache representations,
      RenderingCaches caches) {
    this.renderer = renderer;
    this.ready = ready;
    this.representations = representations;
    this.written =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .weakKeys()
            .maximumWeight(caches.html())
            .weigher((Post post, Written each) -> each.bytes())
            .build();
  }

  /** The entries of posts of a library, found out on a worker. */
  public CompletableFuture<List<RenderedEntry>> all(Library library, List<Post> posts) {
    return representations.findOut(() -> posts.stream().map(post -> of(library, post)).toList());
  }

  /** The entry of a post of a library. */
  public RenderedEntry of(Library library, Post post) {
    Written before = written.getIfPresent(post);
    if (before != null && before.isFor(library)) {
      return before.entry();
    }
    RenderedEntry entry =
        renderer.prepare(library, post, before == null ? ready.get(post) : before.entry());
    written.put(post, new Written(new WeakReference<>(library), entry));
    return entry;
  }
}

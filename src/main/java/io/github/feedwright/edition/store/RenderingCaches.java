package io.github.feedwright.edition.store;

import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.cache.CacheLimits;

/**
 * Where renderings are kept, so that posts are not rendered again.
 *
 * @param html bytes of the HTML of posts in memory
 * @param store of all, between runs
 */
public record RenderingCaches(long html, CacheStore store) {
  /** What some ten thousand posts, and the documents that are being written, take: in bytes. */
  private static final long POSTS = 512L << 20;

  /**
   * For a build, which needs each post for many files: more than usual where the JVM's heap is more
   * than the posts themselves need.
   */
  public static RenderingCaches of(CacheStore store) {
    long spare = (Runtime.getRuntime().maxMemory() - POSTS) / 8;
    return new RenderingCaches(Math.max(CacheLimits.USUAL.html(), spare), store);
  }
}

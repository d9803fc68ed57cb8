package io.github.feedwright.edition.store;

import io.github.feedwright.web.cache.CacheLimits;

/**
 * Where renderings are kept, so that posts are not rendered again.
 *
 * @param html bytes of the HTML of posts in memory
 * @param store of all, between runs
 */
public record RenderingCaches(long html, RenderingStore store) {
  /** As much in memory as usual, and a store. */
  public static RenderingCaches with(RenderingStore store) {
    return new RenderingCaches(CacheLimits.USUAL.html(), store);
  }
}

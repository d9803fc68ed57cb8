package io.github.feedwright.web.cache;

/**
 * How much is kept of what can be made again. What is served does not depend on it, only how soon.
 *
 * @param bytes of representations, and of bodies in each coding
 * @param html bytes of the HTML of posts
 */
public record CacheLimits(long bytes, long html) {
  /**
   * Enough for a site of some thousand posts. At most an eighth of the JVM's heap; for HTML, which
   * the store of renderings has too, a thirty-second of it.
   */
  public static final CacheLimits USUAL = within(Runtime.getRuntime().maxMemory() / 8);

  private static CacheLimits within(long share) {
    return new CacheLimits(Math.min(64L << 20, share), Math.min(96L << 20, share / 4));
  }
}

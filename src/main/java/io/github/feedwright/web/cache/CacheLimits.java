package io.github.feedwright.web.cache;

/**
 * How much is kept of what can be made again. What is served does not depend on it, only how soon.
 *
 * @param bytes of representations, and of bodies in each coding
 * @param characters of the HTML of posts
 */
public record CacheLimits(long bytes, long characters) {
  /** Enough for a site of some thousand posts, and at most an eighth of the JVM's heap each. */
  public static final CacheLimits USUAL = within(Runtime.getRuntime().maxMemory() / 8);

  private static CacheLimits within(long share) {
    return new CacheLimits(Math.min(64L << 20, share), Math.min(48L << 20, share));
  }
}

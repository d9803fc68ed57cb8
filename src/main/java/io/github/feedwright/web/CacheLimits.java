package io.github.feedwright.web;

/**
 * How much is kept of what can be made again. What is served does not depend on it, only how soon.
 *
 * @param bytes of representations, and of bodies in each coding
 * @param characters of the HTML of posts
 */
public record CacheLimits(long bytes, long characters) {
  /** Enough for a site of some thousand posts. */
  public static final CacheLimits USUAL = new CacheLimits(64L << 20, 48L << 20);
}

package io.github.feedwright.web;

/** How long a cache may use a representation without asking. */
public enum Freshness {
  /**
   * As the configuration says: {@code max-age}, {@code stale-while-revalidate}, {@code
   * stale-if-error}.
   */
  FEED,
  /** The cache must ask each time: {@code no-cache}. */
  PAGE
}

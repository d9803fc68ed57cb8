package io.github.feedwright.web;

/** How long a cache may take a representation for current. */
public enum Freshness {
  /**
   * As the configuration says: {@code max-age}, {@code stale-while-revalidate}, {@code
   * stale-if-error}.
   */
  FEED,
  /** It asks each time: {@code no-cache}. */
  PAGE
}

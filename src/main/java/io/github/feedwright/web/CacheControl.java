package io.github.feedwright.web;

import io.github.feedwright.settings.HttpSettings;

/** The values of {@code Cache-Control} (RFC 9111, RFC 5861) of what is published. */
public final class CacheControl {
  /** For pages: the cache must ask each time. */
  public static final String PAGE = "no-cache";

  private CacheControl() {}

  /** For feeds, files and redirects. */
  public static String feed(HttpSettings settings) {
    return "public, max-age="
        + settings.maxAge().toSeconds()
        + ", stale-while-revalidate="
        + settings.staleWhileRevalidate().toSeconds()
        + ", stale-if-error="
        + settings.staleIfError().toSeconds();
  }
}

package io.github.feedwright.output;

import io.github.feedwright.web.Freshness;

/**
 * What a server says of a file.
 *
 * @param contentType the {@code Content-Type}
 * @param freshness how long a cache may use it
 */
record FileHeaders(String contentType, Freshness freshness) {
  private static final String HTML = "text/html";

  boolean isPage() {
    return contentType.startsWith(HTML);
  }

  /** Whether caches may use it for some time, as they may use feeds. */
  boolean isFeed() {
    return freshness == Freshness.FEED;
  }
}

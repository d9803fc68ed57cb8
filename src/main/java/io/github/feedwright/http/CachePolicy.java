package io.github.feedwright.http;

import io.github.feedwright.publish.Freshness;
import io.github.feedwright.settings.HttpSettings;

/**
 * The values of {@code Cache-Control} (RFC 9111, RFC 5861).
 *
 * @param feed what feeds, files and redirects are served with
 */
record CachePolicy(String feed) {
  /** A path that is not there may be there soon; who asks in a loop is spared the trip. */
  static final String SHORT = "max-age=60";

  static final String NEVER = "no-store";

  private static final String ASK_EACH_TIME = "no-cache";

  static CachePolicy of(HttpSettings settings) {
    return new CachePolicy(
        "public, max-age=%d, stale-while-revalidate=%d, stale-if-error=%d"
            .formatted(
                settings.maxAge().toSeconds(),
                settings.staleWhileRevalidate().toSeconds(),
                settings.staleIfError().toSeconds()));
  }

  String value(Freshness freshness) {
    return switch (freshness) {
      case FEED -> feed;
      case PAGE -> ASK_EACH_TIME;
    };
  }
}

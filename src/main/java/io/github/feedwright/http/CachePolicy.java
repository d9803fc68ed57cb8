package io.github.feedwright.http;

import io.github.feedwright.settings.HttpSettings;
import io.github.feedwright.web.Freshness;
import java.util.function.Supplier;

/**
 * The values of {@code Cache-Control} (RFC 9111, RFC 5861).
 *
 * @param settings what the configuration says now
 */
record CachePolicy(Supplier<HttpSettings> settings) {
  /** A path that is not there may be there soon; who asks in a loop is spared the trip. */
  static final String SHORT = "max-age=60";

  static final String NEVER = "no-store";

  private static final String ASK_EACH_TIME = "no-cache";

  /** What feeds, files and redirects are served with. */
  String feed() {
    HttpSettings now = settings.get();
    return "public, max-age="
        + now.maxAge().toSeconds()
        + ", stale-while-revalidate="
        + now.staleWhileRevalidate().toSeconds()
        + ", stale-if-error="
        + now.staleIfError().toSeconds();
  }

  String value(Freshness freshness) {
    return switch (freshness) {
      case FEED -> feed();
      case PAGE -> ASK_EACH_TIME;
    };
  }
}

package io.github.feedwright.http;

import io.github.feedwright.settings.HttpSettings;
import io.github.feedwright.web.CacheControl;
import io.github.feedwright.web.Freshness;
import java.util.function.Supplier;

/**
 * The values of {@code Cache-Control} (RFC 9111, RFC 5861).
 *
 * @param settings the current configuration
 */
record CachePolicy(Supplier<HttpSettings> settings) {
  /** A missing path may exist soon; the short age spares clients that ask in a loop the request. */
  static final String SHORT = "max-age=60";

  static final String NEVER = "no-store";

  /** The value for feeds, files and redirects. */
  String feed() {
    return CacheControl.feed(settings.get());
  }

  String value(Freshness freshness) {
    return switch (freshness) {
      case FEED -> feed();
      case PAGE -> CacheControl.PAGE;
    };
  }
}

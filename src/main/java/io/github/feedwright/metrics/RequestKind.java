package io.github.feedwright.metrics;

import java.util.Locale;

/**
 * What a request is for, by the end of its path: there are few, however many paths strangers try.
 */
enum RequestKind {
  RSS,
  ATOM,
  JSON,
  OPML,
  PAGE,
  HEALTH,
  OTHER;

  static RequestKind of(String path) {
    if (path.equals("/healthz")) {
      return HEALTH;
    } else if (path.endsWith("/feed/") || path.endsWith("/rss/")) {
      return RSS;
    } else if (path.endsWith("/")) {
      return PAGE;
    }
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "rss.xml", "index.xml", "index.rss" -> RSS;
      case "atom.xml", "feed.xml", "feed.atom" -> ATOM;
      case "feed.json" -> JSON;
      case "feeds.opml" -> OPML;
      default -> OTHER;
    };
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

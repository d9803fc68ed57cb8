package io.github.feedwright.metrics;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.web.Health;
import java.util.HashMap;
import java.util.Map;

/**
 * What a request is for, by the end of its path: there are few kinds, however many paths strangers
 * try.
 */
final class RequestKind {
  /** Where clients look that guess. */
  private static final Map<String, String> GUESSED =
      Map.of("index.xml", "rss", "index.rss", "rss", "feed.xml", "atom", "feed.atom", "atom");

  private static final Map<String, String> DOCUMENTS = documents();

  private RequestKind() {}

  private static Map<String, String> documents() {
    Map<String, String> documents = new HashMap<>(GUESSED);
    FeedFormats.all().forEach(each -> documents.put(each.fileName(), each.name()));
    documents.put("feeds.opml", "opml");
    return Map.copyOf(documents);
  }

  /** The name of a format, or {@code opml}, {@code page}, {@code health} or {@code other}. */
  static String of(String path) {
    if (path.equals(Health.PATH)) {
      return "health";
    } else if (path.endsWith("/feed/") || path.endsWith("/rss/")) {
      return "rss";
    } else if (path.endsWith("/")) {
      return "page";
    }
    return DOCUMENTS.getOrDefault(path.substring(path.lastIndexOf('/') + 1), "other");
  }
}

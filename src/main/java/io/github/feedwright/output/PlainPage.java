package io.github.feedwright.output;

import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.text.Escape;
import java.util.Optional;

/** Pages for hosts that have no redirects: they lead browsers and search engines on. */
final class PlainPage {
  private PlainPage() {}

  /** Leads to another address. */
  static String moved(String address) {
    String to = Escape.html(address);
    return page(
        "Moved",
        """
        <link rel="canonical" href="%s">
        <meta http-equiv="refresh" content="0; url=%s">
        """
            .formatted(to, to),
        "<p>This is now at <a href=\"" + to + "\">" + to + "</a>.</p>");
  }

  /** For readers that look for a feed, or a list of feeds, where a static host has only a page. */
  static String feed(String address) {
    Optional<FeedFormat> format =
        FeedFormats.all().stream()
            .filter(each -> address.endsWith("/" + each.fileName()))
            .findFirst();
    return format.isEmpty() ? moved(address) : feed(address, format.get().mediaType());
  }

  private static String feed(String address, String type) {
    String to = Escape.html(address);
    return page(
        "Feed",
        """
        <link rel="alternate" type="%s" href="%s">
        <meta http-equiv="refresh" content="0; url=%s">
        """
            .formatted(type, to, to),
        "<p>The feed is at <a href=\"" + to + "\">" + to + "</a>.</p>");
  }

  private static String page(String title, String head, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <meta name="robots" content="noindex">
        %s</head>
        <body>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(title, head, title, body);
  }
}

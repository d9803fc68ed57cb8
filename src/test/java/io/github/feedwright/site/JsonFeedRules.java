package io.github.feedwright.site;

import io.github.feedwright.format.JsonDocument;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What JSON Feed 1.1 demands and recommends of a document. */
final class JsonFeedRules {
  private static final Set<String> FEED =
      Set.of(
          "version",
          "title",
          "home_page_url",
          "feed_url",
          "description",
          "user_comment",
          "next_url",
          "icon",
          "favicon",
          "authors",
          "language",
          "expired",
          "hubs",
          "items");
  private static final Set<String> ITEM =
      Set.of(
          "id",
          "url",
          "external_url",
          "title",
          "content_html",
          "content_text",
          "summary",
          "image",
          "banner_image",
          "date_published",
          "date_modified",
          "authors",
          "tags",
          "language",
          "attachments");
  private static final Set<String> AUTHOR = Set.of("name", "url", "avatar");
  private static final Set<String> ATTACHMENT =
      Set.of("url", "mime_type", "title", "size_in_bytes", "duration_in_seconds");

  private final List<String> violations = new ArrayList<>();

  private JsonFeedRules() {}

  /** The rules that a document breaks, each with where and what. */
  static List<String> violations(byte[] document) {
    JsonFeedRules rules = new JsonFeedRules();
    rules.feed(JsonDocument.read(document));
    return rules.violations;
  }

  private void feed(Map<String, Object> feed) {
    keys("feed", feed, FEED);
    rule("https://jsonfeed.org/version/1.1".equals(feed.get("version")), "feed: version");
    rule("version".equals(feed.keySet().iterator().next()), "feed: version is not first");
    text("feed", feed, "title", "home_page_url", "feed_url");
    addresses("feed", feed, "home_page_url", "feed_url", "next_url", "icon", "favicon");
    rule(!feed.get("feed_url").equals(feed.get("next_url")), "feed: next_url is feed_url");
    rule(feed.get("items") instanceof List, "feed: items");
    authors("feed", feed);
    Set<Object> ids = new HashSet<>();
    for (Map<String, Object> item : JsonDocument.objects(feed, "items")) {
      rule(ids.add(item.get("id")), "feed: second " + item.get("id"));
      item(String.valueOf(item.get("id")), item);
    }
  }

  private void item(String at, Map<String, Object> item) {
    keys(at, item, ITEM);
    text(at, item, "id", "url", "title", "date_published");
    rule(item.containsKey("content_html") || item.containsKey("content_text"), at + ": no content");
    addresses(at, item, "url", "external_url", "image", "banner_image");
    date(at, item, "date_published");
    date(at, item, "date_modified");
    authors(at, item);
    rule(!JsonDocument.objects(item, "authors").isEmpty(), at + ": no author");
    rule(!List.of().equals(item.get("tags")), at + ": tags that are empty");
    for (Map<String, Object> attachment : JsonDocument.objects(item, "attachments")) {
      keys(at, attachment, ATTACHMENT);
      text(at, attachment, "url", "mime_type");
      addresses(at, attachment, "url");
    }
  }

  private void authors(String at, Map<String, Object> object) {
    for (Map<String, Object> author : JsonDocument.objects(object, "authors")) {
      keys(at, author, AUTHOR);
      rule(!author.isEmpty(), at + ": an author without any field");
      addresses(at, author, "url", "avatar");
    }
  }

  /** Extensions begin with an underscore; {@code author} is of version 1. */
  private void keys(String at, Map<String, Object> object, Set<String> known) {
    object.keySet().stream()
        .filter(key -> !known.contains(key) && !key.startsWith("_"))
        .forEach(key -> violations.add(at + ": unknown " + key));
  }

  private void text(String at, Map<String, Object> object, String... names) {
    for (String name : names) {
      Object value = object.get(name);
      rule(value instanceof String text && !text.isBlank(), at + ": no " + name);
    }
  }

  private void addresses(String at, Map<String, Object> object, String... names) {
    for (String name : names) {
      Object value = object.get(name);
      rule(value == null || isWeb(value.toString()), at + ": " + name + " is " + value);
    }
  }

  private static boolean isWeb(String text) {
    URI uri = URI.create(text);
    return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
  }

  private void date(String at, Map<String, Object> item, String name) {
    Object value = item.get(name);
    try {
      rule(value == null || OffsetDateTime.parse(value.toString()).getYear() > 0, at + name);
    } catch (DateTimeParseException e) {
      violations.add(at + ": " + e.getMessage());
    }
  }

  private void rule(boolean kept, String otherwise) {
    if (!kept) {
      violations.add(otherwise);
    }
  }
}

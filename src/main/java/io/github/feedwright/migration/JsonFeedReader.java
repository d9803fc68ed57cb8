package io.github.feedwright.migration;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON Feed 1 and 1.1, one item after the other. */
final class JsonFeedReader {
  private final List<FormerEntry> entries = new ArrayList<>();
  private final List<String> self = new ArrayList<>();

  FormerFeed read(InputStream in) throws MalformedFeed {
    boolean hasItems = false;
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("items") && value == JsonToken.START_ARRAY) {
          hasItems = true;
          items(json);
        } else if (name.equals("feed_url") && value.isScalarValue()) {
          self.add(json.getValueAsString());
        } else {
          json.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw new MalformedFeed(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "it is not well-formed JSON (" + e.getOriginalMessage() + "); save it again",
          e);
    }
    if (!hasItems) {
      throw MalformedFeed.unknown();
    }
    return new FormerFeed(self.isEmpty() ? null : self.get(0), entries);
  }

  private void items(JsonParser json) {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        add(item(json));
      } else {
        json.skipChildren();
      }
    }
  }

  /** The values of an item as text, without lists and objects. */
  private static Map<String, String> item(JsonParser json) {
    Map<String, String> item = new HashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      if (json.nextToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
        item.put(name, json.getValueAsString().strip());
      } else {
        json.skipChildren();
      }
    }
    return item;
  }

  private void add(Map<String, String> item) {
    String url = item.getOrDefault("url", "");
    String id = item.getOrDefault("id", url);
    if (!id.isEmpty()) {
      entries.add(
          new FormerEntry(
              id,
              XmlFeedReader.addresses(Stream.of(url, id)),
              item.getOrDefault("title", ""),
              XmlFeedReader.date(item.getOrDefault("date_published", "")),
              XmlFeedReader.date(item.getOrDefault("date_modified", "")),
              null,
              item.getOrDefault("content_html", item.getOrDefault("content_text", ""))));
    }
  }
}

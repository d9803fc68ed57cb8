package io.github.feedwright.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import java.util.List;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
public final class JsonFeedFormat implements FeedFormat {
  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  private static final int ITEM_MARGIN = 4;

  private final Json json = new Json();

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String title() {
    return "JSON Feed 1.1";
  }

  @Override
  public String fileName() {
    return "feed.json";
  }

  @Override
  public String mediaType() {
    return "application/feed+json";
  }

  @Override
  public String entry(Entry entry) {
    // No string of JSON holds a raw line end: only structure is moved.
    return json.object(new JsonItem(LegalText.of(entry))::write)
        .indent(ITEM_MARGIN)
        .stripTrailing();
  }

  @Override
  public byte[] document(Feed feed, List<String> entries) {
    String object = head(LegalText.of(feed));
    String head = object.substring(0, object.length() - "\n}".length());
    String items = entries.isEmpty() ? "[ ]" : "[\n" + String.join(",\n", entries) + "\n  ]";
    return (head + ",\n  \"items\": " + items + "\n}\n").getBytes(UTF_8);
  }

  private String head(Feed feed) {
    Channel channel = feed.channel();
    return json.object(
        out -> {
          out.text("version", VERSION);
          out.text("title", channel.title());
          out.text("home_page_url", channel.homePage());
          out.text("feed_url", feed.self(fileName()));
          out.text("description", channel.description());
          out.text("next_url", feed.previous(fileName()));
          out.text("favicon", channel.icon());
          if (channel.author() != null) {
            out.objects("authors", List.of(channel.author()), JsonItem::writeAuthor);
          }
          out.text("language", channel.language());
        });
  }
}

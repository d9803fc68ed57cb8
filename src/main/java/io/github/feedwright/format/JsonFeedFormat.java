package io.github.feedwright.format;

import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.text.Json;
import io.github.feedwright.text.Json.ObjectWriter;
import java.util.ArrayList;
import java.util.List;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
public final class JsonFeedFormat implements FeedFormat {
  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  private static final int ITEM_MARGIN = 4;

  private static final Fragment FIRST = Fragment.of("\n");
  private static final Fragment NEXT = Fragment.of(",\n");

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

  /** Without a charset, which JSON does not have (RFC 8259, section 11). */
  @Override
  public String contentType() {
    return mediaType();
  }

  @Override
  public Fragment entry(Entry entry) {
    // JSON strings contain no raw line ends, so this indents only the structure.
    String item = Json.INDENTED.object(new JsonItem(XmlSafeText.of(entry))::write);
    return Fragment.of(item.indent(ITEM_MARGIN).stripTrailing());
  }

  @Override
  public ByteSequence document(Feed feed, List<Fragment> entries) {
    String object = head(XmlSafeText.of(feed));
    String head = object.substring(0, object.length() - "\n}".length());
    List<Fragment> pieces = new ArrayList<>(List.of(Fragment.of(head + ",\n  \"items\": [")));
    Fragment before = FIRST;
    for (Fragment entry : entries) {
      pieces.add(before);
      pieces.add(entry);
      before = NEXT;
    }
    pieces.add(Fragment.of(entries.isEmpty() ? " ]\n}\n" : "\n  ]\n}\n"));
    return Fragment.join(pieces);
  }

  private static void writeHub(ObjectWriter out, String hub) {
    out.text("type", "WebSub");
    out.text("url", hub);
  }

  private String head(Feed feed) {
    Channel channel = feed.channel();
    return Json.INDENTED.object(
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
          out.objects("hubs", feed.hubs(), JsonFeedFormat::writeHub);
        });
  }
}

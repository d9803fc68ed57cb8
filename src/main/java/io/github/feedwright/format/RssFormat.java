package io.github.feedwright.format;

import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.impl.RSS20Generator;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** RSS 2.0, with Dublin Core, content:encoded, Media RSS and the links of Atom and RFC 5005. */
public final class RssFormat extends XmlFormat {
  /** Only namespaces that the W3C validator knows: it warns about others, even if unused. */
  static final List<Namespace> NAMESPACES =
      List.of(
          Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom"),
          Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/"),
          Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/"),
          FeedHistory.NAMESPACE,
          Namespace.getNamespace("media", "http://search.yahoo.com/mrss/"),
          Namespace.getNamespace("sy", "http://purl.org/rss/1.0/modules/syndication/"));

  private final Generator generator = new Generator();

  /** The format, for any number of feeds. */
  public RssFormat() {
    super(
        "rss",
        "RSS 2.0",
        new XmlWriter(Namespace.NO_NAMESPACE, NAMESPACES),
        2,
        "  </channel>\n</rss>");
  }

  @Override
  Element element(Entry entry) throws FeedException {
    Element item = generator.item(RssItem.of(entry));
    finish(entry, item);
    return item;
  }

  @Override
  Element root(Feed feed) throws FeedException {
    Element root = generator.generate(RssChannel.of(feed, this)).getRootElement();
    finish(feed, root);
    return root;
  }

  /** Adds what ROME's model cannot hold: the offset of the date. */
  static void finish(Entry entry, Element item) {
    item.getChild("pubDate").setText(Timestamps.rfc822(entry.published()));
  }

  /** Adds what ROME's model cannot hold: the offset of the date. */
  static void finish(Feed feed, Element root) {
    Element channel = root.getChild("channel");
    channel.getChild("lastBuildDate").setText(Timestamps.rfc822(feed.updated()));
  }

  /** ROME's generator, which can also generate a single item. */
  private static final class Generator extends RSS20Generator {
    Element item(Item item) throws FeedException {
      Element channel = new Element("channel");
      addItem(item, channel, 0);
      return channel.getChild("item").detach();
    }
  }
}

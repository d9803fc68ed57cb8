package io.github.feedwright.render;

import com.rometools.rome.io.FeedException;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** RSS 2.0, with Dublin Core, content:encoded, Media RSS and the links of Atom and RFC 5005. */
public final class RssFormat implements FeedFormat {
  static final String MEDIA_TYPE = "application/rss+xml";

  /** Only namespaces that the W3C validator knows: it warns about others, even if unused. */
  private static final List<Namespace> NAMESPACES =
      List.of(
          Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom"),
          Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/"),
          Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/"),
          History.NAMESPACE,
          Namespace.getNamespace("media", "http://search.yahoo.com/mrss/"),
          Namespace.getNamespace("sy", "http://purl.org/rss/1.0/modules/syndication/"));

  private static final String TAIL = "  </channel>\n</rss>";

  private final RssGenerator generator = new RssGenerator();
  private final XmlWriter writer = new XmlWriter(Namespace.NO_NAMESPACE, NAMESPACES);

  @Override
  public String name() {
    return "rss";
  }

  @Override
  public String title() {
    return "RSS 2.0";
  }

  @Override
  public String fileName() {
    return "rss.xml";
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public Fragment entry(Entry entry) {
    Entry legal = LegalText.of(entry);
    Element item = generator.item(RssItem.of(legal));
    finish(legal, item);
    return Fragment.of(writer.element(item, 2));
  }

  @Override
  public byte[] document(Feed feed, List<Fragment> entries) {
    Feed legal = LegalText.of(feed);
    try {
      Element root = generator.generate(RssChannel.of(legal, fileName())).getRootElement();
      finish(legal, root);
      return writer.document(root, entries, TAIL);
    } catch (FeedException e) {
      throw new IllegalStateException("RSS channel " + feed.idBase(), e);
    }
  }

  XmlWriter writer() {
    return writer;
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
}

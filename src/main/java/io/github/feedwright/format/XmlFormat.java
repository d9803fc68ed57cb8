package io.github.feedwright.format;

import com.rometools.rome.io.FeedException;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.text.Escape;
import java.util.List;
import org.jdom2.Element;

/** What the formats in XML have in common. */
abstract class XmlFormat implements FeedFormat {
  /**
   * Stands for the HTML of an entry while JDOM writes it, which would check and copy each character
   * of it several times. No other text of an entry has this character ({@link XmlSafeText}).
   */
  private static final String HTML = "\ufdd0";

  private final String name;
  private final String title;
  private final XmlWriter writer;
  private final int depth;
  private final String tail;

  /**
   * @param depth of an entry in its document
   * @param tail the end tags that follow the last entry
   */
  XmlFormat(String name, String title, XmlWriter writer, int depth, String tail) {
    this.name = name;
    this.title = title;
    this.writer = writer;
    this.depth = depth;
    this.tail = tail;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final String fileName() {
    return name + ".xml";
  }

  @Override
  public final String mediaType() {
    return "application/" + name + "+xml";
  }

  @Override
  public final String contentType() {
    return mediaType() + "; charset=utf-8";
  }

  @Override
  public final Fragment entry(Entry entry) {
    try {
      Entry legal = XmlSafeText.of(entry);
      String html = legal.html();
      if (html == null || html.isBlank()) {
        return Fragment.of(writer.element(element(legal), depth));
      }
      String around = writer.element(element(legal.withHtml(HTML)), depth);
      int at = around.indexOf(HTML);
      return Fragment.of(
          around.substring(0, at), Escape.text(html), around.substring(at + HTML.length()));
    } catch (FeedException e) {
      throw new IllegalStateException(title + " entry " + entry.id(), e);
    }
  }

  @Override
  public final ByteSequence document(Feed feed, List<Fragment> entries) {
    try {
      return writer.document(root(XmlSafeText.of(feed)), entries, tail);
    } catch (FeedException e) {
      throw new IllegalStateException(title + " feed " + feed.idBase(), e);
    }
  }

  /** The element of an entry, whose text is legal. */
  abstract Element element(Entry entry) throws FeedException;

  /** The root of a document without its entries; the text of the feed is legal. */
  abstract Element root(Feed feed) throws FeedException;
}

package io.github.feedwright.format;

import io.github.feedwright.text.ByteSequence;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * OPML 2.0: a list of feeds to subscribe to. It has no date, so only a new feed changes it.
 *
 * <p>Names are written as they are, escaped for XML alone. The specification lets {@code text} hold
 * HTML, and the W3C validator takes it for that, so that it warns of a name such as {@code R&D};
 * but readers show the attribute as it is, entities and all.
 */
public final class OpmlFormat {
  private static final String TAIL = "</opml>";

  private final XmlWriter writer = new XmlWriter(Namespace.NO_NAMESPACE, List.of());

  /** The name for people. */
  public String title() {
    return "OPML 2.0";
  }

  /** The last segment of its path. */
  public String fileName() {
    return "feeds.opml";
  }

  /** The media type, without parameters. */
  public String mediaType() {
    return "text/x-opml";
  }

  /**
   * Writes the list in UTF-8, in the given order.
   *
   * @param title plain text
   * @param outlines never empty: OPML requires at least one line
   */
  public ByteSequence write(String title, List<Outline> outlines) {
    Element body = new Element("body");
    outlines.forEach(outline -> body.addContent(element(outline)));
    Element root = new Element("opml").setAttribute("version", "2.0");
    root.addContent(
        new Element("head").addContent(new Element("title").setText(XmlSafeText.of(title))));
    root.addContent(body);
    return writer.document(root, List.of(), TAIL);
  }

  private static Element element(Outline outline) {
    Element element = new Element("outline");
    set(element, "text", outline.text());
    set(element, "title", outline.type() == null ? null : outline.text());
    set(element, "type", outline.type());
    set(element, "xmlUrl", outline.xmlUrl());
    set(element, "htmlUrl", outline.htmlUrl());
    set(element, "language", outline.language());
    set(element, "description", outline.description());
    set(element, "category", outline.category());
    outline.children().forEach(child -> element.addContent(element(child)));
    return element;
  }

  private static void set(Element element, String name, @Nullable String value) {
    if (value != null) {
      element.setAttribute(name, XmlSafeText.of(value));
    }
  }
}

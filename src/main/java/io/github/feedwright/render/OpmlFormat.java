package io.github.feedwright.render;

import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** OPML 2.0: a list of feeds to subscribe to. It has no date, so only a new feed changes it. */
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
  public byte[] write(String title, List<Outline> outlines) {
    Element body = new Element("body");
    outlines.forEach(outline -> body.addContent(element(outline)));
    Element root = new Element("opml").setAttribute("version", "2.0");
    root.addContent(new Element("head").addContent(new Element("title").setText(html(title))));
    root.addContent(body);
    return writer.document(root, List.of(), TAIL);
  }

  private static Element element(Outline outline) {
    Element element = new Element("outline").setAttribute("text", html(outline.text()));
    set(element, "title", outline.type() == null ? null : html(outline.text()));
    set(element, "type", outline.type());
    set(element, "xmlUrl", outline.xmlUrl());
    set(element, "htmlUrl", outline.htmlUrl());
    set(element, "language", outline.language());
    outline.children().forEach(child -> element.addContent(element(child)));
    return element;
  }

  private static void set(Element element, String name, @Nullable String value) {
    if (value != null) {
      element.setAttribute(name, LegalText.of(value));
    }
  }

  /** Text of an outline "may contain HTML markup" (OPML 2.0, "text"): plain text is escaped. */
  private static String html(String text) {
    return Markup.html(LegalText.of(text));
  }
}

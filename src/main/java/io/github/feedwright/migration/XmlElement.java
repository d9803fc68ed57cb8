package io.github.feedwright.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element with its children and all text in it.
 *
 * @param name its local name, with a namespace before it if that is not the feed's
 * @param attributes by local name
 */
record XmlElement(
    String name, Map<String, String> attributes, String text, List<XmlElement> children) {

  /** Reads an element from its start, where the reader is, to its end. */
  static XmlElement read(XMLStreamReader in) throws XMLStreamException, MalformedFeed {
    return read(in, true);
  }

  private static XmlElement read(XMLStreamReader in, boolean withChildren)
      throws XMLStreamException, MalformedFeed {
    String name = name(in);
    Map<String, String> attributes = new HashMap<>();
    for (int at = 0; at < in.getAttributeCount(); at++) {
      attributes.put(in.getAttributeLocalName(at), in.getAttributeValue(at));
    }
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    int depth = 1;
    while (depth > 0) {
      int event = in.next();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw MalformedFeed.entity(in);
      } else if (event == XMLStreamConstants.START_ELEMENT && withChildren) {
        children.add(read(in, false));
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        // Of XHTML in an Atom entry, only the text is compared, however deep it is.
        depth++;
      }
    }
    return new XmlElement(name, attributes, text.toString(), children);
  }

  /** The name of an element of another vocabulary, with a short prefix for its namespace. */
  static String name(XMLStreamReader in) {
    String namespace = in.getNamespaceURI();
    String local = in.getLocalName();
    if (namespace == null) {
      return local;
    }
    if (namespace.startsWith("http://wordpress.org/export/") && !namespace.endsWith("/excerpt/")) {
      return "wp:" + local;
    }
    return switch (namespace) {
      case "http://purl.org/rss/1.0/modules/content/" -> "content:" + local;
      case "http://purl.org/dc/elements/1.1/" -> "dc:" + local;
      case "http://rssnamespace.org/feedburner/ext/1.0" -> "feedburner:" + local;
      case "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#" -> "atom:" + local;
      case "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/" -> local;
      default -> namespace + local;
    };
  }

  /** The children with these names, those with the first name first. */
  Stream<XmlElement> each(String... names) {
    return Stream.of(names)
        .flatMap(wanted -> children.stream().filter(child -> child.name().equals(wanted)));
  }

  /** The stripped text of the first child with one of these names that has text; else empty. */
  String text(String... names) {
    return each(names)
        .map(child -> child.text().strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** An attribute, stripped; else empty. */
  String attribute(String name) {
    return attributes.getOrDefault(name, "").strip();
  }
}

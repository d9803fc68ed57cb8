package io.github.feedwright.migration;

import io.github.feedwright.post.value.DateText;
import io.github.feedwright.post.value.MalformedDate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9 to 2.0, Atom, and WordPress's extended RSS, one entry after the other. Document
 * types are not read and entities not followed, so that a file can neither include other files nor
 * expand.
 */
final class XmlFeedReader {
  private static final Set<String> ROOTS = Set.of("rss", "RDF", "atom:feed");

  private static final int HEAD = 1_024;

  /** The start of a web page, which need not be well-formed XML. */
  private static final Pattern PAGE =
      Pattern.compile("(?i)[^<]*+(?:<[?!](?!doctype)[^>]*+>\\s*+)*+<(?:!doctype\\s+)?html[\\s>]");

  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private final List<FormerEntry> entries = new ArrayList<>();
  private final List<String> self = new ArrayList<>();

  XmlFeedReader() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
  }

  /** Reads a stream that can be marked. */
  FormerFeed read(InputStream in) throws IOException, MalformedFeed {
    in.mark(HEAD);
    String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).replace("\0", "");
    in.reset();
    if (PAGE.matcher(head).lookingAt()) {
      throw MalformedFeed.unknown();
    }
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (!reader.isStartElement()) {
        reader.next();
      }
      String root = XmlElement.name(reader);
      if (!ROOTS.contains(root.endsWith("#RDF") ? "RDF" : root)) {
        throw MalformedFeed.unknown();
      }
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          take(reader);
        } else if (event == XMLStreamReader.ENTITY_REFERENCE) {
          throw MalformedFeed.entity(reader);
        }
      }
      return new FormerFeed(self.isEmpty() ? null : self.get(0), entries);
    } catch (XMLStreamException e) {
      throw new MalformedFeed(e.getLocation().getLineNumber(), why(e), e);
    }
  }

  /** The parser's message continues with a position; the first line is enough. */
  private static String why(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("Message: ");
    String reason = at < 0 ? message : message.substring(at + "Message: ".length());
    return "it is not well-formed XML (" + reason.strip() + "); save it again";
  }

  private void take(XMLStreamReader reader) throws XMLStreamException, MalformedFeed {
    switch (XmlElement.name(reader)) {
      case "item" -> add(item(XmlElement.read(reader)));
      case "atom:entry" -> add(entry(XmlElement.read(reader)));
      case "atom:link" -> {
        XmlElement link = XmlElement.read(reader);
        if (link.attribute("rel").equals("self")) {
          self.add(link.attribute("href"));
        }
      }
      default -> {}
    }
  }

  private void add(@Nullable FormerEntry entry) {
    if (entry != null && !entry.id().isEmpty()) {
      entries.add(entry);
    }
  }

  /** An item; null if an export says that it is not a published post. */
  private static @Nullable FormerEntry item(XmlElement item) {
    String type = item.text("wp:post_type");
    String status = item.text("wp:status");
    if (!Set.of("", "post").contains(type) || !Set.of("", "publish").contains(status)) {
      return null;
    }
    String guid = item.text("guid");
    String link = item.text("link");
    String about = item.attribute("about");
    String number = item.text("wp:post_id");
    return new FormerEntry(
        guid.isEmpty() ? about.isEmpty() ? link : about : guid,
        addresses(Stream.of(item.text("feedburner:origLink"), link, guid, about)),
        item.text("title"),
        date(item.text("pubDate", "dc:date", "wp:post_date_gmt", "atom:published")),
        date(item.text("atom:updated")),
        number.isEmpty() ? null : number,
        item.text("content:encoded", "description"));
  }

  private static FormerEntry entry(XmlElement entry) {
    Stream<String> links =
        entry
            .each("atom:link")
            .filter(link -> Set.of("", "alternate").contains(link.attribute("rel")))
            .map(link -> link.attribute("href"));
    return new FormerEntry(
        entry.text("atom:id"),
        addresses(
            Stream.of(
                    Stream.of(entry.text("feedburner:origLink")),
                    links,
                    Stream.of(entry.text("atom:id")))
                .flatMap(each -> each)),
        entry.text("atom:title"),
        date(entry.text("atom:published", "atom:issued", "atom:created")),
        date(entry.text("atom:updated", "atom:modified")),
        null,
        entry.text("atom:content", "atom:summary"));
  }

  /** The web addresses among these texts; an id may or may not be one. */
  static List<String> addresses(Stream<String> texts) {
    return texts.filter(text -> text.matches("(?i)https?://.+|/.*")).distinct().toList();
  }

  static @Nullable OffsetDateTime date(String text) {
    try {
      return text.isEmpty() ? null : DateText.read(text, ZoneOffset.UTC);
    } catch (MalformedDate unknown) {
      return null;
    }
  }
}

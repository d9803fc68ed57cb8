package io.github.feedwright.site;

import com.rometools.modules.content.ContentModule;
import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import io.github.feedwright.format.JsonDocument;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.parser.Parser;

/** What a document says of one entry, whatever its format, as a reader would show it. */
record Said(
    String id,
    String title,
    String link,
    Instant published,
    String html,
    String summary,
    List<String> authors,
    List<String> tags,
    List<String> media) {

  /** What ROME reads in a document of RSS. */
  static List<Said> inRss(byte[] document) throws Exception {
    return ((Channel) rome(document)).getItems().stream().map(Said::of).toList();
  }

  /** What ROME reads in a document of Atom. */
  static List<Said> inAtom(byte[] document) throws Exception {
    return ((com.rometools.rome.feed.atom.Feed) rome(document))
        .getEntries().stream().map(Said::of).toList();
  }

  /** What Jackson reads in a document of JSON Feed. */
  static List<Said> inJson(byte[] document) {
    return JsonDocument.objects(JsonDocument.read(document), "items").stream()
        .map(Said::of)
        .toList();
  }

  private static WireFeed rome(byte[] document) throws Exception {
    return new WireFeedInput().build(new XmlReader(new ByteArrayInputStream(document)));
  }

  private static Said of(Item item) {
    return new Said(
        item.getGuid().getValue(),
        plain(item.getTitle()),
        item.getLink(),
        item.getPubDate().toInstant(),
        item.getContent() == null
            ? ((ContentModule) item.getModule(ContentModule.URI)).getEncodeds().get(0)
            : item.getContent().getValue(),
        unescaped(item.getDescription().getValue()),
        authors(item),
        item.getCategories().stream().map(each -> plain(each.getValue())).toList(),
        item.getEnclosures().stream()
            .map(each -> each.getUrl() + " " + each.getType() + " " + each.getLength())
            .toList());
  }

  private static List<String> authors(Item item) {
    String mailbox = item.getAuthor();
    return mailbox == null
        ? ((DCModule) item.getModule(DCModule.URI)).getCreators()
        : List.of(mailbox.replaceFirst("^\\S+ \\((.*)\\)$", "$1"));
  }

  private static Said of(com.rometools.rome.feed.atom.Entry entry) {
    return new Said(
        entry.getId(),
        "html".equals(entry.getTitleEx().getType())
            ? unescaped(entry.getTitle())
            : entry.getTitle(),
        entry.getAlternateLinks().get(0).getHref(),
        entry.getPublished().toInstant(),
        entry.getContents().get(0).getValue(),
        "html".equals(entry.getSummary().getType())
            ? unescaped(entry.getSummary().getValue())
            : entry.getSummary().getValue(),
        entry.getAuthors().stream().map(each -> each.getName()).toList(),
        entry.getCategories().stream().map(each -> each.getLabel()).toList(),
        entry.getOtherLinks().stream()
            .filter(each -> each.getRel().equals("enclosure"))
            .map(Said::enclosure)
            .toList());
  }

  private static String enclosure(Link link) {
    return link.getHref() + " " + link.getType() + " " + link.getLength();
  }

  @SuppressWarnings("unchecked") // Tags are strings.
  private static Said of(Map<String, Object> item) {
    Object external = item.get("external_url");
    return new Said(
        text(item, "id"),
        text(item, "title"),
        external == null ? text(item, "url") : external.toString(),
        OffsetDateTime.parse(text(item, "date_published")).toInstant(),
        text(item, "content_html"),
        text(item, "summary"),
        JsonDocument.objects(item, "authors").stream().map(each -> text(each, "name")).toList(),
        (List<String>) item.getOrDefault("tags", List.of()),
        JsonDocument.objects(item, "attachments").stream().map(Said::attachment).toList());
  }

  private static String attachment(Map<String, Object> each) {
    return text(each, "url") + " " + text(each, "mime_type") + " " + text(each, "size_in_bytes");
  }

  private static String text(Map<String, Object> object, String name) {
    return Objects.requireNonNull(object.get(name), name).toString();
  }

  /** Text with an end tag is HTML in RSS, since validators take it for that anyway. */
  private static String plain(String text) {
    String unescaped = unescaped(text);
    return unescaped.matches("(?s).*</\\w+>.*") ? unescaped : text;
  }

  private static String unescaped(String html) {
    return Parser.unescapeEntities(html, false);
  }
}

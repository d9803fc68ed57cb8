package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.text.Escape;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What consumers read out of the three formats is one thing: what went in. */
final class ReadBackTest {
  /** What every format can say of an entry, as a reader shows it. */
  record Read(String id, String title, String link, Instant published, String content) {
    static Read of(Entry entry, String id) {
      String html = entry.html();
      boolean contentless = html == null || html.isEmpty();
      String text = entry.summary().isEmpty() ? entry.titleOrFirstWords() : entry.summary();
      return new Read(
          id,
          entry.titleOrFirstWords(),
          entry.link(),
          entry.published().toInstant().truncatedTo(ChronoUnit.SECONDS),
          html == null || contentless ? Escape.text(text) : html);
    }
  }

  @ParameterizedTest
  @EnumSource
  void romeReadsWhatWentIntoRss(Cases each) throws Exception {
    SyndFeed feed = rome(each.in(new RssFormat()));
    assertThat(feed.getEntries().stream().map(entry -> rss(entry)).toList())
        .isEqualTo(expected(each, Entry::guid));
  }

  @ParameterizedTest
  @EnumSource
  void romeReadsWhatWentIntoAtom(Cases each) throws Exception {
    SyndFeed feed = rome(each.in(new AtomFormat()));
    assertThat(feed.getEntries().stream().map(entry -> atom(entry)).toList())
        .isEqualTo(expected(each, Entry::id));
  }

  @ParameterizedTest
  @EnumSource
  void jacksonReadsWhatWentIntoJsonFeed(Cases each) {
    Map<String, Object> feed = JsonDocument.read(each.in(new JsonFeedFormat()));
    assertThat(feed).containsEntry("version", "https://jsonfeed.org/version/1.1");
    assertThat(JsonDocument.objects(feed, "items").stream().map(ReadBackTest::json).toList())
        .isEqualTo(expected(each, Entry::id));
  }

  @ParameterizedTest
  @EnumSource
  void theJdkParsesBothXmlFormatsUnderSecureProcessing(Cases each) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setNamespaceAware(true);
    for (FeedFormat format : List.of(new RssFormat(), new AtomFormat())) {
      InputStream document = new ByteArrayInputStream(each.in(format));
      assertThat(factory.newDocumentBuilder().parse(document).getDocumentElement()).isNotNull();
    }
  }

  private static List<Read> expected(Cases each, Function<Entry, String> id) {
    return each.feed().entries().stream().map(entry -> Read.of(entry, id.apply(entry))).toList();
  }

  private static SyndFeed rome(byte[] document) throws Exception {
    return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(document)));
  }

  private static Read rss(SyndEntry entry) {
    String title = entry.getTitle();
    return new Read(
        entry.getUri(),
        Escape.hasEndTag(unescaped(title)) ? unescaped(title) : title,
        entry.getLink(),
        entry.getPublishedDate().toInstant(),
        rssContent(entry));
  }

  private static String rssContent(SyndEntry entry) {
    if (!entry.getContents().isEmpty()) {
      return entry.getContents().get(0).getValue();
    }
    return entry.getDescription() == null
        ? Escape.text(entry.getTitle())
        : entry.getDescription().getValue();
  }

  private static Read atom(SyndEntry entry) {
    boolean html = "html".equals(entry.getTitleEx().getType());
    var summary = entry.getDescription();
    String text = summary == null ? "" : summary.getValue();
    return new Read(
        entry.getUri(),
        html ? unescaped(entry.getTitle()) : entry.getTitle(),
        entry.getLink(),
        entry.getPublishedDate().toInstant().truncatedTo(ChronoUnit.SECONDS),
        entry.getContents().isEmpty() ? text : entry.getContents().get(0).getValue());
  }

  private static Read json(Map<String, Object> item) {
    Object html = item.get("content_html");
    // There the link of the other formats is the linked page.
    boolean own = text(item, "url").equals("https://blog.example.org/target/");
    return new Read(
        text(item, "id"),
        text(item, "title"),
        text(item, own ? "external_url" : "url"),
        OffsetDateTime.parse(text(item, "date_published"))
            .toInstant()
            .truncatedTo(ChronoUnit.SECONDS),
        html == null ? Escape.text(text(item, "content_text")) : html.toString());
  }

  private static String text(Map<String, Object> item, String name) {
    return String.valueOf(item.get(name));
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}

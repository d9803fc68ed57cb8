package io.github.feedwright.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
final class FormerFeedTest {
  private static FormerFeed read(String text, Charset charset) throws IOException, MalformedFeed {
    return FormerFeed.read(new ByteArrayInputStream(text.getBytes(charset)));
  }

  private static FormerFeed read(String text) throws IOException, MalformedFeed {
    return read(text, StandardCharsets.UTF_8);
  }

  private static FormerEntry only(String text) throws IOException, MalformedFeed {
    assertThat(read(text).entries()).hasSize(1);
    return read(text).entries().get(0);
  }

  @Test
  void anItemOfRssHasItsGuidToTheLetter() throws Exception {
    FormerFeed feed =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
                xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
              <channel>
                <title>Old</title>
                <link>https://Old.example.org/</link>
                <atom:link rel="self" href="https://old.example.org/feed/"/>
                <image><title>Not an item</title><link>https://old.example.org/</link></image>
                <item>
                  <title>Tips &amp;amp; <![CDATA[<em>tricks</em>]]></title>
                  <link>http://feeds.example.com/~r/old/1/</link>
                  <feedburner:origLink>http://Old.example.org/2013/07/A%20b/</feedburner:origLink>
                  <pubDate>Fri, 12 Jul 2013 13:35:41 GMT</pubDate>
                  <guid isPermaLink="false">
                    http://Old.example.org/?p=17&#38;x=日本
                  </guid>
                  <description>Short</description>
                  <content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
                </item>
              </channel>
            </rss>
            """);
    assertThat(feed.self()).isEqualTo("https://old.example.org/feed/");
    assertThat(feed.entries())
        .containsExactly(
            new FormerEntry(
                "http://Old.example.org/?p=17&x=日本",
                List.of(
                    "http://Old.example.org/2013/07/A%20b/",
                    "http://feeds.example.com/~r/old/1/", "http://Old.example.org/?p=17&x=日本"),
                "Tips &amp; <em>tricks</em>",
                OffsetDateTime.parse("2013-07-12T13:35:41Z"),
                null,
                null,
                "<p>Long</p>"));
  }

  @Test
  void anItemWithoutAGuidIsKnownByItsLink() throws Exception {
    assertThat(only("<rss><channel><item><link>http://o.example/a</link></item></channel></rss>"))
        .extracting(FormerEntry::id)
        .isEqualTo("http://o.example/a");
  }

  @Test
  void ofAWordpressExportThePostsThatWerePublicAreRead() throws Exception {
    String item =
        """
        <item><title>%s</title><link>http://o.example/%1$s/</link>
          <pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate>
          <guid isPermaLink="false">http://o.example/?p=%2$s</guid>
          <wp:post_id>%2$s</wp:post_id><wp:post_date_gmt>2013-07-12 13:35:41</wp:post_date_gmt>
          <wp:status>%3$s</wp:status><wp:post_type>%4$s</wp:post_type></item>
        """;
    FormerFeed feed =
        read(
            "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel>"
                + item.formatted("a", 1, "publish", "post")
                + item.formatted("b", 2, "draft", "post")
                + item.formatted("c", 3, "publish", "page")
                + item.formatted("d", 4, "inherit", "attachment")
                + "</channel></rss>");
    assertThat(feed.entries()).hasSize(1);
    assertThat(feed.entries().get(0).number()).isEqualTo("1");
    assertThat(feed.entries().get(0).id()).isEqualTo("http://o.example/?p=1");
  }

  @Test
  void anEntryOfAtomIsReadWithItsAlternateLink() throws Exception {
    FormerFeed feed =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom">
              <link rel="self" href="https://o.example/atom.xml"/>
              <entry>
                <id>tag:blogger.com,1999:blog-1.post-2</id>
                <title type="html">One &amp;amp; two</title>
                <link rel="edit" href="https://o.example/edit"/>
                <link rel="alternate" href="https://o.example/2013/07/one.html"/>
                <published>2013-07-12T13:35:41.000+02:00</published>
                <updated>2013-07-13T00:00:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a<b>b</b></p></div></content>
              </entry>
            </feed>
            """);
    assertThat(feed.self()).isEqualTo("https://o.example/atom.xml");
    assertThat(feed.entries())
        .containsExactly(
            new FormerEntry(
                "tag:blogger.com,1999:blog-1.post-2",
                List.of("https://o.example/2013/07/one.html"),
                "One &amp; two",
                OffsetDateTime.parse("2013-07-12T13:35:41+02:00"),
                OffsetDateTime.parse("2013-07-13T00:00:00Z"),
                null,
                "ab"));
  }

  @Test
  void anItemOfRssOneIsKnownByWhatItIsAbout() throws Exception {
    FormerEntry entry =
        only(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <item rdf:about="http://o.example/a"><link>http://o.example/a.html</link>
                <dc:date>2004-01-02T03:04:05+00:00</dc:date></item>
            </rdf:RDF>
            """);
    assertThat(entry.id()).isEqualTo("http://o.example/a");
    assertThat(entry.published()).isEqualTo(OffsetDateTime.parse("2004-01-02T03:04:05Z"));
  }

  @Test
  void anItemOfJsonFeedIsRead() throws Exception {
    FormerFeed feed =
        read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "feed_url": "https://o.example/feed.json",
             "authors": [{"name": "Ada"}],
             "items": [
               {"id": 17, "url": "https://o.example/a", "title": null, "tags": ["x"],
                "date_published": "2013-07-12T13:35:41+02:00", "content_text": "T"},
               "no item", {"title": "without an id"}]}
            """);
    assertThat(feed.self()).isEqualTo("https://o.example/feed.json");
    assertThat(feed.entries())
        .containsExactly(
            new FormerEntry(
                "17",
                List.of("https://o.example/a"),
                "",
                OffsetDateTime.parse("2013-07-12T13:35:41+02:00"),
                null,
                null,
                "T"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "ISO-8859-1", "UTF-8"})
  void theCharacterSetIsTheOneThatTheFileHas(String charset) throws Exception {
    String text =
        "<?xml version='1.0' encoding='"
            + charset
            + "'?><rss><channel><item><guid>über</guid></item></channel></rss>";
    assertThat(read(text, Charset.forName(charset)).entries())
        .extracting(FormerEntry::id)
        .containsExactly("über");
  }

  @Test
  void noFileIsFollowedAndNothingGrows(@TempDir Path directory) throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "SECRET");
    String doctype =
        "<!DOCTYPE rss [<!ENTITY x SYSTEM '"
            + secret.toUri()
            + "'><!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    for (String entity : List.of("x", "b")) {
      String text =
          doctype + "<rss><channel>\n<item><guid>g&" + entity + ";</guid></item></channel></rss>";
      assertThatThrownBy(() -> read(text))
          .isInstanceOfSatisfying(MalformedFeed.class, e -> assertThat(e.line()).isEqualTo(2))
          .hasMessage(
              "the entity &"
                  + entity
                  + "; is not known, because document types (DTDs) are not read; replace it with"
                  + " its text in the file");
    }
    String outside = "<!DOCTYPE rss SYSTEM 'http://192.0.2.1/rss.dtd'>";
    assertThat(only(outside + "<rss><channel><item><guid>g</guid></item></channel></rss>").id())
        .isEqualTo("g");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY all '<item><guid>g</guid></item>'>]>\n<rss>&all;</rss>",
        "<rss>\n<channel><item><title>&nbsp;</title><guid>g</guid></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry>\n<id>g</id><content type='xhtml'>"
            + "<p xmlns='http://www.w3.org/1999/xhtml'>&eacute;</p></content></entry></feed>"
      })
  void anEntityThatIsNotReadIsRefusedWithItsLine(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(MalformedFeed.class, e -> assertThat(e.line()).isEqualTo(2))
        .hasMessageContaining("; is not known, because document types (DTDs) are not read; ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss><channel><title>T</title></channel></rss>",
        "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><guid>g</guid>"
            + "<wp:status>draft</wp:status></item></channel></rss>",
        "<rss><channel><item><title>A</title></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'/>",
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}"
      })
  void aFeedWithoutEntriesIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedFeed.class)
        .hasMessage("it has no entries of published posts; save a feed or an export with posts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1",
        "hello | 1",
        "<html><item/></html> | 1",
        "<html lang=en><item/></html> | 1",
        "<?xml version='1.0'?><!-- a page --> <!DOCTYPE html><html lang=en/> | 1",
        "<!doctype html><html><meta></html> | 1",
        "{\"title\": \"no feed\"} | 1",
      })
  void whatIsNoFeedIsRefused(String text, int line) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(MalformedFeed.class, e -> assertThat(e.line()).isEqualTo(line))
        .hasMessage(
            "it is neither RSS, Atom, JSON Feed nor a WordPress export; save the feed itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n<?xml version='1.0'?><rss version='2.0'/>",
        "<!-- html -->\n<rss version=2.0><channel/></rss>",
        "\n<a:feed/>",
        "<!DOCTYPE rss>\n<rss\u0001/>",
        "<rss>\n<channel><item><guid>g</guid>",
        "<rss>\n<channel></item></channel></rss>",
        "<rss>\n\u0001</rss>",
        "{\n\"items\": [{\"id\": \"a\"",
        "{\n\"items\": oops}"
      })
  void whatBreaksOffIsRefusedWithItsLine(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(MalformedFeed.class, e -> assertThat(e.line()).isEqualTo(2))
        .hasMessageStartingWith("it is not well-formed ");
  }

  @Test
  void deepAndLargeFilesAreReadInTime() throws Exception {
    String deep = "<b>".repeat(2_000) + "</b>".repeat(2_000);
    String item = "<item><guid>g%d</guid><description>" + deep + "</description></item>";
    StringBuilder feed = new StringBuilder("<rss><channel>");
    for (int each = 0; each < 200; each++) {
      feed.append(item.formatted(each));
    }
    assertThat(read(feed.append("</channel></rss>").toString()).entries()).hasSize(200);
  }
}

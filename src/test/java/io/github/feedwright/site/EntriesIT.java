package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a post its entry carries: links, text, media, id. */
final class EntriesIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path posts;

  private void write(String name, String frontMatter, String body) throws Exception {
    RunningSite.write(posts, name, "---\n" + frontMatter + "\n---\n\n" + body + "\n");
  }

  private static Document xml(String text) {
    return Jsoup.parse(text, Parser.xmlParser());
  }

  private static Element entry(RunningSite site, String title) throws Exception {
    return xml(site.body("/atom.xml")).select("entry").stream()
        .filter(entry -> entry.select("> title").text().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static String link(Element entry, String relation) {
    return entry.select("> link[rel=" + relation + "]").attr("href");
  }

  private RunningSite site(String more) throws Exception {
    return RunningSite.on(posts, more, Clock.systemUTC());
  }

  @Test
  void aLinkedPostLeadsToTheLinkedPageOrToOurs() throws Exception {
    write("2014-04-04-one.md", "title: One\nexternal-url: https://example.net/a", "First.");
    String ours = "https://blog.example.org/2014/04/04/one/";
    try (RunningSite site = site("feeds: {linked-posts: target}\n")) {
      assertThat(link(entry(site, "One"), "alternate")).isEqualTo("https://example.net/a");
      assertThat(link(entry(site, "One"), "via")).isEqualTo(ours);
      assertThat(site.body("/rss.xml")).contains("<link>https://example.net/a</link>");
    }
    try (RunningSite site = site("feeds: {linked-posts: page}\n")) {
      assertThat(link(entry(site, "One"), "alternate")).isEqualTo(ours);
      assertThat(link(entry(site, "One"), "related")).isEqualTo("https://example.net/a");
      assertThat(site.body("/rss.xml")).contains("<link>" + ours + "</link>");
    }
  }

  @Test
  void aPostOverridesHowMuchOfItFeedsCarryInBothDirections() throws Exception {
    String body = "Begins.\n\nREADMORE\n\nEnds.";
    write("2014-04-04-usual.md", "title: Usual", body);
    write("2014-04-05-whole.md", "title: Whole\nfeed_content: full", body);
    write("2014-04-06-part.md", "title: Part\nfeed: {excerpt_only: true}", body);
    try (RunningSite site = site("feeds: {content: full}\n")) {
      assertThat(entry(site, "Usual").select("content").text()).contains("Begins.", "Ends.");
      assertThat(entry(site, "Whole").select("content").text()).contains("Begins.", "Ends.");
      assertThat(entry(site, "Part").text()).contains("Begins.").doesNotContain("Ends.");
      assertThat(site.body("/rss.xml") + site.body("/feed.json")).doesNotContain("READMORE");
    }
    try (RunningSite site = site("feeds: {content: excerpt}\n")) {
      assertThat(entry(site, "Usual").text()).contains("Begins.").doesNotContain("Ends.");
      assertThat(entry(site, "Whole").select("content").text()).contains("Begins.", "Ends.");
      assertThat(entry(site, "Part").text()).contains("Begins.").doesNotContain("Ends.");
      // The page has all of it, whatever feeds carry.
      assertThat(site.body("/2014/04/04/usual/")).contains("Ends.").doesNotContain("READMORE");
    }
  }

  @Test
  void anEnclosureHasTheLengthOfItsFileElseTheAuthorsElseNone() throws Exception {
    Files.writeString(posts.resolve("talk.mp3"), "0123456789");
    write("2014-04-04-a.md", "title: A\nenclosure: talk.mp3\nenclosure_length: 4", "Here.");
    write(
        "2014-04-05-b.md",
        "title: B\nenclosure: |\n  https://example.net/b.ogg\n  77\n  audio/x-vorbis",
        "There.");
    write("2014-04-06-c.md", "title: C\nenclosure: {url: \"https://example.net/c.m4a\"}", "Far.");
    try (RunningSite site = site("")) {
      Document rss = xml(site.body("/rss.xml"));
      assertThat(rss.select("enclosure").eachAttr("url"))
          .containsExactly(
              "https://example.net/c.m4a",
              "https://example.net/b.ogg",
              "https://blog.example.org/talk.mp3");
      assertThat(rss.select("enclosure").eachAttr("length")).containsExactly("0", "77", "10");
      assertThat(rss.select("enclosure").eachAttr("type"))
          .containsExactly("audio/mp4", "audio/x-vorbis", "audio/mpeg");
      site.save("talk.mp3", "012345678901");
      within(SOON, () -> xml(site.body("/rss.xml")).select("enclosure[length=12]").size() == 1);
    }
  }

  @Test
  void idsOfAPreviousGeneratorAreAdoptedUpToTheirDate() throws Exception {
    write("2014-04-04-one.md", "title: One\nwordpress_id: 1700", "First.");
    write("2014-04-05-two.md", "title: Two\nguid: https://older.example.org/two", "Second.");
    write("2015-04-06-three.md", "title: Three\nwordpress_id: 1800", "Third.");
    write("2014-04-07-four.md", "title: Four", "Fourth.");
    String wordpress =
        "ids: {template: \"https://old.example.org/?p=:wordpress_id\", until: 2015-01-01}\n";
    try (RunningSite site = site(wordpress)) {
      assertThat(entry(site, "One").select("> id").text())
          .isEqualTo("https://old.example.org/?p=1700");
      assertThat(entry(site, "Two").select("> id").text())
          .isEqualTo("https://older.example.org/two");
      assertThat(entry(site, "Three").select("> id").text())
          .isEqualTo("tag:blog.example.org,2013:2015-04-06-three");
      assertThat(entry(site, "Four").select("> id").text())
          .isEqualTo("tag:blog.example.org,2013:2014-04-07-four");
    }
    String jekyll =
        "ids: {template: \"https://old.example.org/:categories/:year/:month/:day/:title\","
            + " until: 2015-01-01}\n";
    try (RunningSite site = site(jekyll)) {
      assertThat(entry(site, "One").select("> id").text())
          .isEqualTo("https://old.example.org/2014/04/04/one");
      assertThat(xml(site.body("/rss.xml")).select("guid").eachText())
          .contains("https://old.example.org/2014/04/07/four", "https://older.example.org/two");
    }
  }

  @Test
  void noNewTitleSlugDateOrDomainChangesAnId() throws Exception {
    write("2014-04-04-one.md", "title: One", "First.");
    String id = "tag:blog.example.org,2013:2014-04-04-one";
    try (RunningSite site = site("")) {
      assertThat(entry(site, "One").select("> id").text()).isEqualTo(id);
      write("2014-04-04-one.md", "title: Uno\nslug: uno\ndate: 2016-06-06 06:06:06 +0600", "F.");
      within(SOON, () -> site.body("/atom.xml").contains("Uno"));
      assertThat(entry(site, "Uno").select("> id").text()).isEqualTo(id);
    }
    try (RunningSite site = site("feeds: {url: \"https://feeds.example.com/\"}\n")) {
      assertThat(entry(site, "Uno").select("> id").text()).isEqualTo(id);
    }
    String moved =
        "site: {url: \"https://new.example.net/b/\", id: \"tag:blog.example.org,2013\"}\n";
    try (RunningSite site = site(moved)) {
      Document atom = xml(site.body("/b/atom.xml"));
      assertThat(atom.select("entry > id").text()).isEqualTo(id);
      assertThat(atom.select("feed > id").text())
          .isEqualTo("tag:blog.example.org,2013:feed/site/atom");
      assertThat(atom.select("entry > link").attr("href"))
          .isEqualTo("https://new.example.net/b/2016/06/06/uno/");
      assertThat(xml(site.body("/b/rss.xml")).select("guid").text()).isEqualTo(id);
      assertThat(site.body("/b/feed.json")).contains("\"id\": \"" + id + "\"");
    }
  }

  @Test
  void everyAddressOfAnImageOrAFilmInAnEntryIsServed() throws Exception {
    write(
        "2014-04-04-one.md",
        "title: One",
        """
        <img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="a.png" alt="">
        <img src="b.png" srcset="c.png 2x, d%20d.png 3x" alt="">
        <video src="e.mp4" poster="f.png"></video>

        ![](<g g.png>)
        """);
    for (String file : new String[] {"a.png", "b.png", "c.png", "d d.png", "f.png", "g g.png"}) {
      RunningSite.write(posts, file, file);
    }
    RunningSite.write(posts, "e.mp4", "e.mp4");
    try (RunningSite site = site("")) {
      String home = RunningSite.HOME;
      Document text = Jsoup.parse(entry(site, "One").select("content").text());
      assertThat(text.select("img").eachAttr("src"))
          .containsExactly(home + "a.png", home + "b.png", home + "g%20g.png");
      assertThat(text.select("img").eachAttr("srcset"))
          .containsExactly(home + "c.png 2x, " + home + "d%20d.png 3x");
      assertThat(text.select("video").attr("src")).isEqualTo(home + "e.mp4");
      assertThat(text.select("video").attr("poster")).isEqualTo(home + "f.png");
      for (String path : new String[] {"a", "b", "c", "d%20d", "f", "g%20g"}) {
        assertThat(site.body("/" + path + ".png")).isEqualTo(path.replace("%20", " ") + ".png");
      }
      assertThat(site.body("/e.mp4")).isEqualTo("e.mp4");
    }
  }

  @Test
  void aPostOfAnImageAloneHasASummaryInEveryFormat() throws Exception {
    write("2014-04-04-one.md", "title: One", "![A bar chart](a.png)");
    try (RunningSite site = site("")) {
      assertThat(entry(site, "One").select("summary").text()).isEqualTo("A bar chart");
      assertThat(xml(site.body("/rss.xml")).select("item > description").text())
          .isEqualTo("A bar chart");
      assertThat(site.body("/feed.json")).contains("\"summary\": \"A bar chart\"");
    }
  }
}

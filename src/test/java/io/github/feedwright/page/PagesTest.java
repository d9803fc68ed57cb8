package io.github.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.Golden;
import io.github.feedwright.library.Taxonomy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages, whole; the style sheet is left out of the goldens. */
final class PagesTest {
  private final Pages pages = new Pages();

  static Stream<Arguments> goldens() {
    Pages pages = new Pages();
    return Stream.of(
        Arguments.of("site", pages.html(Examples.sitePage())),
        Arguments.of("feed", pages.html(Examples.feedPage())),
        Arguments.of("list", pages.html(Examples.listPage(Examples.site("de"), Examples.CPP))),
        Arguments.of("archive", pages.html(Examples.archivePage(Examples.SITE, Examples.ALL))),
        Arguments.of("year", pages.html(Examples.yearPage(Examples.SITE, Examples.ALL))),
        Arguments.of("index", pages.html(Examples.indexPage(Examples.SITE))),
        Arguments.of("notfound", pages.html(new NotFoundPage(Examples.SITE, "/404.html"))),
        Arguments.of("post", pages.html(Examples.postPage())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goldens")
  void aPageIsWhatItsGoldenSays(String name, String html) throws IOException {
    byte[] document = withoutStyle(html).getBytes(StandardCharsets.UTF_8);
    Golden.assertSame(document, Golden.directory("page").resolve(name + ".html"));
  }

  @Test
  void theSameInputGivesTheSameTextFromAnotherInstance() {
    assertThat(new Pages().html(Examples.sitePage())).isEqualTo(pages.html(Examples.sitePage()));
  }

  @Test
  void anEmptySiteSaysHowToBegin() {
    String html = pages.html(Examples.empty(Examples.SITE));

    assertThat(Jsoup.parse(html).select(".hint").text())
        .startsWith("No posts yet. Save a Markdown file in the posts directory");
  }

  @Test
  void theHtmlOfAPostIsUnchanged() {
    String content =
        "<p class=\"x\">a &amp; b</p>\n<div><code>if (a &lt; b) {\n\n  x\n}</code></div>";

    assertThat(pages.html(Examples.postPage("t", "en", content))).contains("\n" + content + "\n");
  }

  @Test
  void whatScrollsIsReachedByKeyboardAndTextThatLooksLikeItStays() {
    String content = "<pre>a</pre><p title=\"<pre x=1>\">&lt;pre&gt;</p><table><tr></tr></table>";
    Document page = Jsoup.parse(pages.html(Examples.postPage("t", "en", content)));

    assertThat(page.select(".content pre, .content table").eachAttr("tabindex"))
        .containsExactly("0", "0");
    assertThat(page.select(".content p").get(0).attributes().asList())
        .extracting(each -> each.getKey())
        .containsExactly("title");
  }

  @Test
  void aPostSaysWhatItIsToProgramsThatShowALink() {
    Document page = Jsoup.parse(pages.html(Examples.postPage()));
    String json = page.select("script[type=application/ld+json]").get(0).data();

    assertThat(page.select("meta[property=og:type]").attr("content")).isEqualTo("article");
    assertThat(page.select("meta[property=article:section]").attr("content")).isEqualTo("Nature");
    assertThat(json)
        .startsWith("{\"@context\":\"https://schema.org\",\"@type\":\"BlogPosting\"")
        .contains("\"headline\":\"Bees & the art of hashing\"")
        .contains("\"datePublished\":\"2026-03-09T23:30:00-05:00\"")
        .contains("\"dateModified\":\"2026-04-01T10:00:00+02:00\"")
        .contains("{\"@type\":\"Person\",\"name\":\"Bo\"}");
  }

  @Test
  void aPostThatNamesNobodyIsByTheSitesAuthorForPrograms() {
    Document page = Jsoup.parse(pages.html(Examples.postPage("t", "en", "<p>Text.</p>")));

    assertThat(page.select("script[type=application/ld+json]").get(0).data())
        .contains(
            "\"author\":[{\"@type\":\"Person\",\"name\":\"Ada Example\",\"url\":\"https://ada.example.org/\"}]");
    assertThat(page.select("meta[property=article:author]").attr("content"))
        .isEqualTo("https://ada.example.org/");
    assertThat(page.select("main").text()).doesNotContain("Ada");
  }

  @Test
  void aSiteWithOneFormatDoesNotSpeakOfOthers() {
    Site site = Examples.SITE;
    FeedPage all = Examples.feedPage();
    FeedPage one =
        new FeedPage(site, all.list(), 1, null, all.feeds().subList(0, 1), all.posts(), null);

    assertThat(Jsoup.parse(pages.html(all)).select(".card .quiet").text())
        .isEqualTo("The same in other formats: Atom 1.0 JSON Feed 1.1");
    assertThat(Jsoup.parse(pages.html(one)).select(".card .quiet")).isEmpty();
  }

  @Test
  void aPostWrittenFromRightToLeftIsMarkedAsSuch() {
    Document page = Jsoup.parse(pages.html(Examples.postPage("שלום", "he", "<p>שלום</p>")));

    assertThat(page.select("html").attr("lang")).isEqualTo("he");
    assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
    assertThat(page.select("time").attr("dir")).isEqualTo("ltr");
  }

  @Test
  void aPostThatMovedSaysWhereToAndNamesThatAsItsAddress() {
    PostPage post = Examples.postPage();
    String target = "https://new.example.org/bees/";
    Document page = Jsoup.parse(pages.html(Examples.movedTo(post, target)));

    assertThat(page.select(".notice").text()).isEqualTo("This post has moved: " + target);
    assertThat(page.select(".notice a").attr("href")).isEqualTo(target);
    assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(target);
  }

  @Test
  void aFeedWithoutPostsSaysSo() {
    FeedPage full = Examples.feedPage();
    FeedPage empty = new FeedPage(full.site(), full.list(), 0, null, full.feeds(), List.of(), null);

    assertThat(pages.html(empty)).contains("No posts here at the moment.");
  }

  @Test
  void hundredsOfTermsAreWrittenInOrder() {
    List<TermLink> terms =
        Stream.iterate(999, number -> number >= 100, number -> number - 1)
            .map(number -> Examples.term("tag " + number, number, "/tags/tag-" + number + "/"))
            .toList();
    SitePage site =
        new SitePage(
            Examples.SITE, "", List.of(), null, List.of(new TermIndex(Taxonomy.TAG, terms)));

    assertThat(Jsoup.parse(pages.html(site)).select(".terms-index .name").eachText())
        .hasSize(900)
        .startsWith("tag 100 100", "tag 101 101");
  }

  /** Leaves what a change of the design touches out: the style sheet and its hash. */
  private static String withoutStyle(String html) {
    return html.replaceAll("(?s)<style>.*</style>", "<style></style>")
        .replaceAll("sha256-[^&]+", "sha256-");
  }
}

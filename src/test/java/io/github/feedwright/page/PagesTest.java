package io.github.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The three pages, whole; the style sheet is left out of the goldens. */
final class PagesTest {
  private final Pages pages = new Pages();

  static Stream<Arguments> goldens() {
    Pages pages = new Pages();
    return Stream.of(
        Arguments.of("site", pages.site(Examples.sitePage())),
        Arguments.of("feed", pages.feed(Examples.feedPage())),
        Arguments.of("post", pages.post(Examples.postPage())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goldens")
  void aPageIsWhatItsGoldenSays(String name, String html) {
    assertThat(withoutStyle(html)).isEqualTo(resource(name + ".html"));
  }

  @Test
  void theSameInputGivesTheSameTextFromAnotherInstance() {
    assertThat(new Pages().site(Examples.sitePage())).isEqualTo(pages.site(Examples.sitePage()));
  }

  @Test
  void anEmptySiteSaysHowToBegin() {
    String html = pages.site(new SitePage(Examples.SITE, "", List.of(), List.of(), List.of()));

    assertThat(Jsoup.parse(html).select(".hint").text())
        .startsWith("No posts yet. Save a Markdown file in the posts directory");
  }

  @Test
  void theHtmlOfAPostIsUnchanged() {
    String content =
        "<p class=\"x\">a &amp; b</p>\n<pre><code>if (a &lt; b) {\n\n  x\n}</code></pre>";

    assertThat(pages.post(Examples.postPage("t", "en", content))).contains("\n" + content + "\n");
  }

  @Test
  void aPostWrittenFromRightToLeftIsMarkedAsSuch() {
    Document page = Jsoup.parse(pages.post(Examples.postPage("שלום", "he", "<p>שלום</p>")));

    assertThat(page.select("html").attr("lang")).isEqualTo("he");
    assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
    assertThat(page.select("time").attr("dir")).isEqualTo("ltr");
  }

  @Test
  void aPostThatMovedSaysWhereToAndNamesThatAsItsAddress() {
    PostPage post = Examples.postPage();
    String target = "https://new.example.org/bees/";
    Document page = Jsoup.parse(pages.post(Examples.movedTo(post, target)));

    assertThat(page.select(".notice").text()).isEqualTo("This post has moved: " + target);
    assertThat(page.select(".notice a").attr("href")).isEqualTo(target);
    assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(target);
  }

  @Test
  void aFeedWithoutPostsSaysSo() {
    FeedPage full = Examples.feedPage();
    FeedPage empty =
        new FeedPage(
            full.site(),
            full.taxonomy(),
            "C++",
            full.href(),
            0,
            full.feeds(),
            List.of(),
            List.of());

    assertThat(pages.feed(empty)).contains("No posts here at the moment.");
  }

  @Test
  void hundredsOfTermsAreWrittenInOrder() {
    List<TermLink> terms =
        Stream.iterate(999, number -> number >= 100, number -> number - 1)
            .map(number -> Examples.term("tag " + number, number, "/tags/tag-" + number + "/"))
            .toList();
    SitePage site =
        new SitePage(
            Examples.SITE, "", List.of(), List.of(new TermIndex(Taxonomy.TAG, terms)), List.of());

    assertThat(Jsoup.parse(pages.site(site)).select(".terms-index .name").eachText())
        .hasSize(900)
        .startsWith("tag 100 100", "tag 101 101");
  }

  /** Leaves what a change of the design touches out: the style sheet and its hash. */
  private static String withoutStyle(String html) {
    return html.replaceAll("(?s)<style>.*</style>", "<style></style>")
        .replaceAll("sha256-[^&]+", "sha256-");
  }

  private static String resource(String name) {
    try (InputStream golden =
        Objects.requireNonNull(PagesTest.class.getResourceAsStream("/page/" + name), name)) {
      return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

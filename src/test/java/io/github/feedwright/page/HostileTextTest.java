package io.github.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Media;
import io.github.feedwright.i18n.Words;
import io.github.feedwright.library.Taxonomy;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in titles and the like is text: it never becomes markup. */
final class HostileTextTest {
  static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "</title><script>alert(1)</script>",
          "</style><img src=x onerror=alert(1)>",
          "\"><svg onload=alert(1)>",
          "' onmouseover='alert(1)",
          "\" autofocus onfocus=\"alert(1)",
          "--><!--<script>",
          "]]>&amp;&#60;b&#62;",
          "${page} $unsafe{page} @raw",
          "`${1}` \\u003cscript\\u003e");

  private final Pages pages = new Pages();

  @ParameterizedTest
  @FieldSource("TEXTS")
  void itIsInertEverywhere(String text) {
    for (String html : everywhere(text)) {
      Document page = Jsoup.parse(html);
      assertThat(page.select("script:not([type=application/ld+json]), img, svg[onload], b"))
          .isEmpty();
      assertThat(page.getAllElements()).allMatch(HostileTextTest::hasNoHandler);
      assertThat(page.select("style")).hasSize(1);
    }
  }

  @ParameterizedTest
  @FieldSource("TEXTS")
  void itReadsAsItWasWritten(String text) {
    Document page = Jsoup.parse(pages.html(Examples.postPage(text, "en", "")));

    assertThat(page.select("h1").text()).isEqualTo(text);
    assertThat(page.title()).isEqualTo(text + " · Example Journal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)"})
  void aLinkThatWouldRunAScriptLeadsNowhere(String href) {
    Document page = Jsoup.parse(pages.html(Examples.movedTo(Examples.postPage(), href)));

    assertThat(page.select(".notice a").attr("href")).isEmpty();
  }

  private List<String> everywhere(String text) {
    Site site =
        new Site(
            text,
            text,
            new Words(text, Words.of("en").texts()),
            "https://blog.example.org",
            text,
            text,
            links(text),
            new Link(text, text),
            text,
            text,
            feeds(text));
    PostSummary post =
        new PostSummary(text, text, text, Examples.BEES.date(), links(text), text, terms(text));
    TermLink term = new TermLink(text, 1, text, feeds(text));
    List<TermIndex> indexes = List.of(new TermIndex(Taxonomy.TAG, List.of(term)));
    PostList list = new PostList(Taxonomy.AUTHOR, text, text);
    Archive month = new Archive(YearMonth.of(2026, 3), text, 1, text, feeds(text), List.of(post));
    return Stream.of(
            new SitePage(site, text, List.of(post), text, indexes),
            new FeedPage(site, list, 1, text, feeds(text), List.of(post), text),
            new ListPage(site, list, text, 2, 3, feeds(text), List.of(post), text, text),
            new ArchivePage(
                site,
                list,
                text,
                feeds(text),
                List.of(new ArchivePage.Year(2026, text, List.of(month)))),
            new YearPage(
                site,
                list,
                text,
                2026,
                text,
                feeds(text),
                List.of(month),
                new Link(text, text),
                new Link(text, text)),
            new IndexPage(site, indexes.get(0), text),
            new NotFoundPage(site, text),
            postPage(site, text))
        .map(pages::html)
        .toList();
  }

  private static PostPage postPage(Site site, String text) {
    return new PostPage(
        site,
        text,
        true,
        text,
        text,
        Examples.BEES.date(),
        null,
        links(text),
        terms(text),
        text,
        text,
        "",
        false,
        List.of(new Media(text, 1, text)),
        text,
        text,
        new Link(text, text),
        new Link(text, text),
        feeds(text),
        List.of());
  }

  private static PostTerms terms(String text) {
    return new PostTerms(links(text), links(text));
  }

  private static List<Link> links(String text) {
    return List.of(new Link(text, text), new Link(text, null));
  }

  private static List<FeedLink> feeds(String text) {
    return List.of(new FeedLink(text, text, text, text));
  }

  private static boolean hasNoHandler(Element element) {
    return element.attributes().asList().stream()
        .noneMatch(
            attribute ->
                attribute.getKey().startsWith("on") || attribute.getKey().equals("autofocus"));
  }
}

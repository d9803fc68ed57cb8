package io.github.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the markup of every page. */
final class PageMarkupTest {
  static Stream<Named<String>> pages() {
    Pages pages = new Pages();
    Site site = Examples.SITE;
    Site german = Examples.site("de");
    return Stream.of(
        Named.of("site", pages.html(Examples.sitePage())),
        Named.of("empty site", pages.html(Examples.empty(site))),
        Named.of("German site", pages.html(Examples.sitePage(german))),
        Named.of("feed", pages.html(Examples.feedPage())),
        Named.of("list", pages.html(Examples.listPage(site, Examples.ALL))),
        Named.of("list of a term", pages.html(Examples.listPage(german, Examples.CPP))),
        Named.of("archive", pages.html(Examples.archivePage(site, Examples.ALL))),
        Named.of("archive of a term", pages.html(Examples.archivePage(german, Examples.CPP))),
        Named.of("year", pages.html(Examples.yearPage(site, Examples.ALL))),
        Named.of("year of a term", pages.html(Examples.yearPage(german, Examples.CPP))),
        Named.of("index", pages.html(Examples.indexPage(site))),
        Named.of("not found", pages.html(new NotFoundPage(german, "/404.html"))),
        Named.of("post", pages.html(Examples.postPage())));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itParsesWithoutAnError(String html) {
    Parser parser = Parser.htmlParser().setTrackErrors(100);
    Jsoup.parse(html, parser);

    assertThat(parser.getErrors()).isEmpty();
    assertThat(html).startsWith("<!doctype html>\n");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itHasOneMainOneHeadingAndHeadingsThatSkipNoLevel(String html) {
    Document page = Jsoup.parse(html);
    assertThat(page.select("main")).hasSize(1);
    assertThat(page.select("h1")).hasSize(1);

    int level = 0;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int next = Integer.parseInt(heading.tagName().substring(1));
      assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
      level = next;
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void idsAreUniqueAndEveryReferenceToOneHolds(String html) {
    Document page = Jsoup.parse(html);
    List<String> ids = page.select("[id]").eachAttr("id");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(page.select("[aria-labelledby]").eachAttr("aria-labelledby"));
    assertThat(ids)
        .containsAll(
            page.select("a[href^=#]").eachAttr("href").stream()
                .map(href -> href.substring(1))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itNeedsNothingBesidesItself(String html) {
    Document page = Jsoup.parse(html);

    assertThat(
            page.select(
                "script:not([type=application/ld+json]), img, iframe, link[rel=stylesheet], [style]"))
        .isEmpty();
    assertThat(page.select("style").html()).doesNotContain("@import", "url(");
    assertThat(page.select("link[rel=icon]").attr("href")).startsWith("data:");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itsPolicyAllowsItsOwnStyleSheetAndDataAndNoScript(String html) {
    Document page = Jsoup.parse(html);
    String css = page.select("style").get(0).data();
    assertThat(css).isEqualTo(css.strip()); // validators compute the hash without white space
    String hash = hash(css);
    // Browsers do not run data, but validators expect its hash too.
    String data =
        page.select("script").stream()
            .map(script -> "; script-src 'sha256-" + hash(script.data()) + "'")
            .collect(Collectors.joining());

    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; img-src http: https: data:;".formatted(hash)
                + " media-src http: https:; base-uri 'none'; form-action 'none'"
                + data);
  }

  @Test
  void thePolicyThatIsSentIsThatOfThePage() {
    Pages.Written written = new Pages().write(Examples.postPage());
    assertThat(
            Jsoup.parse(written.html())
                .select("meta[http-equiv=Content-Security-Policy]")
                .attr("content"))
        .isEqualTo(written.policy())
        .contains("; script-src 'sha256-");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksToOurOwnPagesArePathAbsolute(String html) {
    Document page = Jsoup.parse(html);
    page.select("link[rel=canonical], meta, script").remove();

    assertThat(page.select("[href^=https://blog.example.org]:not(figcaption a)")).isEmpty();
    assertThat(page.select("link[rel=alternate]").eachAttr("href"))
        .isNotEmpty()
        .allMatch(href -> href.startsWith("/"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkHasWordsInIt(String html) {
    assertThat(Jsoup.parse(html).select("a")).allMatch(link -> !link.text().isBlank());
  }

  /** Those who hear a list of links choose by the name alone. */
  @ParameterizedTest
  @MethodSource("pages")
  void linksWithTheSameNameLeadToTheSamePlace(String html) {
    Map<String, Set<String>> targets = new HashMap<>();
    for (Element link : Jsoup.parse(html).select("body a")) {
      String name = link.hasAttr("aria-label") ? link.attr("aria-label") : link.text();
      targets.computeIfAbsent(name, unused -> new HashSet<>()).add(link.attr("href"));
    }
    assertThat(targets).allSatisfy((name, hrefs) -> assertThat(hrefs).as(name).hasSize(1));
  }

  /** Those who speak to their device say what they see (WCAG 2.2, 2.5.3). */
  @ParameterizedTest
  @MethodSource("pages")
  void theNameOfALinkBeginsWithItsText(String html) {
    assertThat(Jsoup.parse(html).select("a[aria-label]"))
        .allMatch(link -> link.attr("aria-label").startsWith(link.text()));
  }

  /**
   * Alignment is left to the style sheet, except where the author wrote more than Markdown does.
   */
  @Test
  void cellsOfATableOfMarkdownAreAlignedByTheStyleSheet() {
    String html =
        "<table><tr><th align=\"center\">a</th><td align=\"right\">b</td>"
            + "<td align=\"right\" class=\"x\">c</td>"
            + "<td title=\"&lt;td align=&quot;left&quot;&gt;\">d</td></tr></table>";
    String page = new Pages().html(Examples.postPage("T", "en", html));

    assertThat(page)
        .contains(
            "<table tabindex=0><tr><th class=\"center\">a</th><td class=\"right\">b</td>"
                + "<td align=\"right\" class=\"x\">c</td>"
                + "<td title=\"&lt;td align=&quot;left&quot;&gt;\">d</td></tr></table>");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatScrollsSidewaysIsReachedByKeyboard(String html) {
    assertThat(Jsoup.parse(html).select("pre, .content table"))
        .allMatch(each -> each.attr("tabindex").equals("0"));
  }

  @Test
  void aPageOfTrustedHtmlHasNoPolicyThatWouldStopIt() {
    PostPage post = Examples.trusted(Examples.postPage());

    assertThat(new Pages().html(post)).doesNotContain("Content-Security-Policy");
  }

  private static String hash(String css) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(css.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

package io.github.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
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
    SitePage empty = new SitePage(Examples.SITE, "", List.of(), List.of(), List.of());
    return Stream.of(
        Named.of("site", pages.site(Examples.sitePage())),
        Named.of("empty site", pages.site(empty)),
        Named.of("feed", pages.feed(Examples.feedPage())),
        Named.of("post", pages.post(Examples.postPage())));
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

    assertThat(page.select("script, img, iframe, link[rel=stylesheet], [style]")).isEmpty();
    assertThat(page.select("style").html()).doesNotContain("@import", "url(");
    assertThat(page.select("link[rel=icon]").attr("href")).startsWith("data:");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itsPolicyAllowsItsOwnStyleSheetAndNoScript(String html) {
    Document page = Jsoup.parse(html);
    String hash = hash(page.select("style").get(0).data());

    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; img-src http: https: data:;".formatted(hash)
                + " media-src http: https:; base-uri 'none'; form-action 'none'");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksToOurOwnPagesArePathAbsolute(String html) {
    Document page = Jsoup.parse(html);
    page.select("link[rel=canonical]").remove();

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

  @Test
  void aPageOfTrustedHtmlHasNoPolicyThatWouldStopIt() {
    PostPage post = Examples.trusted(Examples.postPage());

    assertThat(new Pages().post(post)).doesNotContain("Content-Security-Policy");
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

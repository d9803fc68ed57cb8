package io.github.feedwright.content.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import io.github.feedwright.content.dialect.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HiddenElementsTest {
  private static final String SHOWN_ELSEWHERE =
      ", but feed readers would show it; remove it, or what hides it";

  private final Rendered post = Rendered.plain();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div hidden>S</div>",
        "<DIV HIDDEN=\"false\">S<p>S</p></DIV>",
        "<p hidden=until-found>S</p>",
        "<p popover>S</p>",
        "<p style=\"display:none\">S</p>",
        "<p style='DISPLAY : NONE !important; color: red'>S</p>",
        "<p style=\"color: red; visibility: hidden\">S</p>",
        "<p style=\"visibility:collapse\">S</p>",
        "<p style=\"content-visibility: hidden\">S</p>",
        "<p style=\"display:/* x */none\">S</p>",
        "<p style=\"d\\69splay:n\\6f ne\">S</p>",
        "<p style=\"display:none!important;display:block\">S</p>",
        "<p style=\"background:url('a;b');display:none\">S</p>",
        "<p style=\"display:none;color\">S</p>",
        "<img hidden src=\"https://ex.org/a.png\" alt=\"S\">",
        "<iframe style=\"display:none;visibility:hidden\" src=\"https://ex.org/S\"></iframe>",
        "<my-box hidden>S</my-box>",
        "<form hidden>S</form>",
        "<noscript hidden>S</noscript>",
        "<svg style=\"display:none\"><text>S</text></svg>",
        "<ul hidden><li>S</li></ul>",
        "<details hidden><summary>S</summary>S</details>",
        "<template><p>S</p></template>",
        "<TEMPLATE>S</TEMPLATE>",
      })
  void whatABrowserDoesNotShowIsTakenOut(String element) {
    Content html = post.of("2024-01-01-a.html", "", "<p>a</p>" + element);
    assertThat(html.html()).isEqualTo("<p>a</p>");
    assertThat(html.problems()).hasSize(1);
    Content markdown = post.of("- a\n\n  " + element + "\n");
    assertThat(markdown.html()).doesNotContain("S");
    assertThat(markdown.summary()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p aria-hidden=\"true\">S</p>",
        "<p class=\"hidden\" title=\"hidden\" data-hidden=\"x\">S</p>",
        "<p style=\"display:none;display:block\">S</p>",
        "<p style=\"display:block!important;display:none\">S</p>",
        "<p style=\"/* display:none */color:red\">S</p>",
        "<p style=\"dis/**/play:none\">S</p>",
        "<p style=\"content:';display:none'\">S</p>",
        "<p style=\"display:inline\">S</p>",
        "<p style=\"--display:none\">S</p>",
        "<p style=\"visibility:visible;overflow:hidden\">S</p>",
        "<p style=\"display:none none\">S</p>",
        "<details><summary>S</summary></details>",
        "<noscript>S</noscript>",
        "<ruby>S<rp>(</rp><rt>s</rt></ruby>",
      })
  void whatABrowserShowsStays(String element) {
    assertThat(post.of("2024-01-01-a.html", "", element).html()).contains("S");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".a {display: none} | <p class=a>S</p><p>b</p> | <p>b</p>",
        "x, p.a.b, #c > i {visibility: hidden} | <p class='b a'>S</p><p id=c><i>S</i><b><i>b</i></b></p> | <p id=\"{p}c\"><b><i>b</i></b></p>",
        "/* x{} */ @charset 'x'; p[lang=de] i {display: none} | <p lang=de>b<i>S</i></p> | <p lang=\"de\">b</p>",
        ".a {display: none} .a.b {display: block} | <p class='a b'>b</p><p class=a>S</p> | <p class=\"a b\">b</p>",
        ".a {display: none} | <p class=a style='display:flex'>b</p> | <p class=\"a\">b</p>",
        "@media print {.a {display: none}} .b {color: red} | <p class='a b'>b</p> | <p class=\"a b\">b</p>",
        "p:hover, i + b, :root {display: none} | <p>b</p> | <p>b</p>",
        "} .a {display: none | <p class=a>b</p> | <p class=\"a\">b</p>",
      })
  void aStyleElementHidesAsItDoesInABrowser(String css, String body, String html) {
    Content content = post.of("2024-01-01-a.html", "", "<style>" + css.strip() + "</style>" + body);
    assertThat(content.html()).isEqualTo(html.replace("{p}", Rendered.PREFIX));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a <div hidden>b</div>|a <div> element was removed: the attribute \"hidden\" hides it",
        "a <i style='display:none'>b</i>|an <i> element was removed: the attribute \"style\" hides it",
        "a <template>b</template>|a <template> element was removed: browsers do not show it",
      })
  void whatIsTakenOutIsReportedWithItsLine(String line, String message) {
    assertThat(post.problems("`<div hidden> <i> <template>` <i>\n\n</i>" + line))
        .containsExactly("posts/2024-01-01-a.md:7: note: " + message + SHOWN_ELSEWHERE);
  }

  @Test
  void whatARuleHidesIsReportedToo() {
    assertThat(post.problems("<style>.s {display: none}</style>\n\n<p class=s>S</p>"))
        .contains(
            "posts/2024-01-01-a.md:7: note: a <p> element was removed: a rule in a <style>"
                + " element hides it"
                + SHOWN_ELSEWHERE);
  }

  @Test
  void theIdOfAHeadingDoesNotTellWhatIsHiddenInIt() {
    assertThat(post.html("# A <b hidden>secret</b>")).isEqualTo("<h1>A </h1>");
    assertThat(post.html("# A *secret*{: hidden}")).isEqualTo("<h1>A </h1>");
  }

  @Test
  void nothingHiddenIsPublishedAsTrustedHtmlEither() {
    Rendered trusted = Rendered.with("feeds: {trusted-html: true}");
    String html = "<p hidden>S</p><template>S</template><input type=\"hidden\" value=\"b\">";
    assertThat(trusted.of("2024-01-01-a.html", "", html).html())
        .isEqualTo("<input type=\"hidden\" value=\"b\">");
  }

  @Test
  void titleAndSummaryShowNothingHiddenAndItIsReported() {
    Content content =
        post.of(
            "summary: \"a <!-- S > S --> b <span hidden>S</span> <T> <p style='display:none'>S\"",
            "c");
    assertThat(content.summary()).isEqualTo("a b <T>");
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "posts/2024-01-01-a.md:4: warning: summary: text was removed: an element hides it, but"
                + " feed readers would show it; remove the text, or the element");
    assertThat(PlainText.of("A <b hidden>S <b>S</b> S</b><!-- S -->b<img hidden title='>S'>c"))
        .isEqualTo("A bc");
    assertThat(PlainText.of("The <template> and <script> elements"))
        .isEqualTo("The <template> and <script> elements");
    assertThat(PlainText.of("A <script>b</script>")).isEqualTo("A <script>b</script>");
    assertThat(PlainText.ofBlocks("A <script>S</script>b <template><p>S</template>c"))
        .isEqualTo("A b c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@media all {.x {display: none}}",
        "@media screen, print {.x {display: none}}",
        "@media only screen {@media not print {.x {display: none}}}",
        "@supports (display: grid) {.x {display: none}}",
        "@layer a {.x {display: none}}",
        "@layer b; @import url(a.css); @layer a {@supports (a:b) {.x {display: none}}}",
        "p {&.x {display: none}}",
        "p {color: red; @media screen {&.x {color: blue; display: none}}}",
        "body, div {.y + & {a:b} .x, .z {display: none}}",
        ".x:not(.y) {display: none}",
        ".x:not(.y, .z):last-child {display: none}",
        "<!-- .x {display: none} -->",
        "b + .x {display: none}",
        "b ~ p {display: none}",
        ":is(p, i).x {display: none}",
        ":where(.x, .y) {display: none}",
        "p:has(i) {display: none}",
        "#i {display: none} .x {display: block}",
        ".x {display: none !important} #i {display: block}",
        ".x {display: block} .x {display: none",
        ".y:hover, .x {display: none}",
        ".x[data-a='}'] {display: none}",
        ".\\78 {display: none}",
      })
  void aRuleHidesHoweverItIsWritten(String css) {
    String html = "<div><b>K</b><p class=x id=i data-a='}'><i>SECRET</i></p></div>";
    Content content = post.of("2024-01-01-a.html", "", "<style>" + css + "</style>" + html);
    assertThat(content.html()).isEqualTo("<div><b>K</b></div>");
    assertThat(content.problems()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@media print {.x {display: none}}",
        "@media (max-width: 600px) {.x {display: none}}",
        "@supports not (display: grid) {.x {display: none}}",
        "@font-face {.x {display: none}}",
        ".X {display: none}",
        ".x, {display: none}",
        ".x:hover, .x::before {display: none}",
        ".x:not(p) {display: none}",
        ".x {display: none} #i {display: block}",
        ".y {.x {display: none}}",
        ".x {&:hover {display: none}}",
      })
  void whatARuleDoesNotHideStays(String css) {
    String html = "<p class=x id=i>K</p>";
    Content content = post.of("2024-01-01-a.html", "", "<style>" + css + "</style>" + html);
    assertThat(content.html()).contains("K");
    assertThat(content.problems()).hasSize(1);
    String print = "<style media=print>.x {display: none}</style>";
    assertThat(post.of("2024-01-01-a.html", "", print + html).html()).contains("K");
  }
}

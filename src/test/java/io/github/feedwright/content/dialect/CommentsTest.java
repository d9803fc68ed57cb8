package io.github.feedwright.content.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommentsTest {
  private final Rendered post = Rendered.plain();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a <!-- x -- SECRET --> b",
        "a <!-- SECRET --- --> b",
        "a <!-- SECRET | SECRET\\nSECRET --> b",
        "a <!-- SECRET\\n\\nSECRET --> b",
        "a <!-- SECRET\\n\\n    SECRET\\n\\n# SECRET\\n\\n> SECRET --> b",
        "a <!-- SECRET\\n```\\nSECRET\\n--> b <!-- SECRET -- ` -->",
        "a <!-- ` -- SECRET --> <!-- ` -- SECRET --> b",
        "a <!-- SECRET --!> b",
        "a <!--> <!---> b",
        "a {::comment}SECRET{:/comment} b",
        "a {::comment}SECRET{:/} b",
        "a {::comment}`SECRET{:/}{::comment}`SECRET{:/} b",
        "a {::comment SECRET='1'}SECRET\\n\\nSECRET{:/comment} b",
        "a {::comment /} b {:/comment}",
        "a {::options SECRET='1' /} b",
        "a {::nomarkdown type='latex'}SECRET{:/nomarkdown} b",
        "a {% comment %}SECRET{% comment %}SECRET{% endcomment %}SECRET{% endcomment %} b",
        "a {% comment %}`SECRET{% endcomment %} b {%- comment -%}SECRET`{% endcomment %}",
        "a {% # SECRET %} b {%- # SECRET\\n # SECRET -%}",
        "a {# SECRET #} b {#- SECRET\\n\\nSECRET -#} {#SECRET#}",
        "a {/* SECRET */} b",
        "a {// SECRET\\n} b",
        "a {\\n  // SECRET\\n  // SECRET }\\n} b",
        "a { /* SECRET */ } {/* SECRET */ } {\\n/* SECRET */\\n} b",
        "a {/* SECRET */ /* } */} {/** SECRET **/} b",
        "a {/* `SECRET */ }{/* SECRET` */}b",
        "a <%# SECRET %> b",
        "a <?php if ($x > 1) SECRET ?> b",
        "a <![CDATA[ SECRET ]]> b",
        "a <!SECRET> b",
        "a <!A,SECRET> <!A1 SECRET> <!a-b SECRET> b",
        "a <!SECRET\\nSECRET> b",
        "a <!A [*SECRET*](`> b",
        "a b\\n\\n[//]: # (SECRET)\\n[SECRET]: <> (SECRET)\\n",
      })
  void whatStandsInACommentIsNotPublished(String body) {
    Content content = post.of(body.replace("\\n", "\n"));
    assertThat(content.html().replaceAll("\\s+", " ")).matches("<p>a +b *</p>\\s*");
    assertThat(content.summary()).isEqualTo("a b");
    assertThat(content.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "# a {c} b; <h1 id=\"{p}a-b\">a  b</h1>",
        "- a\\n  {c}\\n- b; <ul> <li>a  </li> <li>b</li> </ul>",
        "> a {c}\\n> b; <blockquote> <p>a  b</p> </blockquote>",
        "|a {c}|\\n|-|\\n|b|; <table> <thead> <tr><th>a </th></tr> </thead> <tbody> <tr><td>b</td></tr> </tbody> </table>",
        "[a {c}](/b); <p><a href=\"https://blog.example.org/b\">a </a></p>",
        "**a {c} b**; <p><strong>a  b</strong></p>",
        "<div>a {c}</div>; <div>a </div>",
        "<code>a {c}</code>; <p><code>a </code></p>",
      })
  void noCommentOfHtmlShowsWhereverItStands(String body, String html) {
    String text = body.replace("\\n", "\n").replace("{c}", "<!-- SECRET -- | SECRET -->");
    assertThat(post.html(text).replace("\n", " "))
        .isEqualToIgnoringWhitespace(html.replace("{p}", Rendered.PREFIX));
  }

  @Test
  void commentsOverSeveralLinesEndWhereTheirAuthorEndsThem() {
    String list =
        "- a\n  <!-- SECRET\nSECRET -->\n\n  c\n\nd\n\n> e <!-- SECRET\n>\n> SECRET --> f\n";
    assertThat(post.html(list)).doesNotContain("SECRET").contains("c", "<p>d</p>", "<p>e  f</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`<!-- a -- b -->`",
        "`{::comment}a{:/}`",
        "`{/* a */}`",
        "`{% comment %}a{% endcomment %}`",
        "    <!-- a\\n\\n    b -->",
        "```\\n<!-- a\\n\\nb -->\\n{::comment}\\nb\\n```",
        "\\<!-- a -->",
        "\\{::comment}a",
        "{ # a } {#a} {::a}b",
        "a <? b <!b",
      })
  void whatIsCodeOrEscapedIsNoComment(String body) {
    String text = body.replace("\\n", "\n");
    assertThat(post.of(text).summary())
        .isEqualTo(text.replaceAll("[`\\\\]", "").strip().replaceAll("\\s+", " "));
  }

  @Test
  void commentsInHtmlsElementsForCodeAreComments() {
    assertThat(post.html("<pre>a <!-- x -- y --></pre>\n\n<code>b <!-- x\n\ny --></code>"))
        .isEqualToIgnoringWhitespace("<pre>a </pre><p><code>b </code></p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a <!-- SECRET\\n\\nSECRET; -->",
        "a\\n\\n<!-- SECRET\\n\\nSECRET; -->",
        "a\\n\\n{::comment}\\nSECRET\\n\\nSECRET; {:/comment}",
        "a {::comment}SECRET; {:/comment}",
        "a {/* SECRET\\n\\nSECRET; */}",
        "a { /* SECRET } *; */}",
        "a {# SECRET\\n\\n{#; #}",
        "a <?php SECRET\\n\\nSECRET; ?>",
        "a\\n\\n<?php SECRET\\n\\nSECRET; ?>",
        "a <%# SECRET; %>",
        "a\\n\\n<!A SECRET\\n\\nSECRET; >",
        "a {% comment %}SECRET\\n\\nSECRET; {% endcomment %}",
      })
  void aCommentWithoutAnEndHidesWhatFollowsAndIsReported(String body, String end) {
    Content content = post.of("`<!-- {::comment} {% comment %}`\n" + body.replace("\\n", "\n"));
    assertThat(content.html()).doesNotContain("SECRET");
    int line = body.startsWith("a\\n") ? 8 : 6;
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "posts/2024-01-01-a.md:"
                + line
                + ": warning: a comment has no end, so everything after it is hidden; write \""
                + end
                + "\" where it ends");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a <?b> c",
        "a {# b } c",
        "a {/* b */ c}",
        "a {//b.example/c}",
        "a {// b",
        "a <!b [c",
      })
  void whatOnlyBeginsLikeACommentIsShown(String text) {
    Content content = post.of(text);
    assertThat(content.summary()).isEqualTo(text);
  }

  @Test
  void aStyleSheetHasItsOwnComments() {
    String body = "<style>\n.a {/* b */}\n<!-- .x {/* c */ display: none} -->\n</style>\n";
    Content content = post.of(body + "\n<p class=x>SECRET</p>\n\nd");
    assertThat(content.html().strip()).isEqualTo("<p>d</p>");
    assertThat(post.html("`<style>` {/* SECRET */} `</style>`")).doesNotContain("SECRET");
  }

  @Test
  void inHtmlSuchACommentIsReportedToo() {
    Content content = post.of("2024-01-01-a.html", "", "a <!-- b -- c --!> d\n<!-- SECRET\n<p>e");
    assertThat(content.html().strip()).isEqualTo("a  d");
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "2024-01-01-a.html:6: warning: a comment has no end, so everything after it is"
                + " hidden; write"
                + " \"-->\" where it ends");
  }

  @Test
  void whatFollowsAKramdownCommentInItsParagraphAloneIsLeftOut() {
    assertThat(post.html("a {::comment}SECRET\n\nb")).isEqualTo("<p>a</p>\n<p>b</p>");
  }

  @Test
  void commentsKeepBlocksApart() {
    assertThat(post.html("- a\n\n<!-- x -- y -->\n\n- b")).contains("</ul>\n\n<ul>");
    assertThat(post.html("a\n{::comment}\nx\n{:/}\nb")).isEqualTo("<p>a</p>\n\n<p>b</p>");
    assertThat(post.html("{::comment}x{:/}    *b*")).isEqualTo("<p><em>b</em></p>");
  }

  @Test
  void textBetweenTagsOfNomarkdownIsHtmlAsItIs() {
    assertThat(post.html("a {::nomarkdown}*x* <b title='_y_'>&amp; z_1_</b>{:/nomarkdown} *c*"))
        .isEqualTo("<p>a *x* <b title=\"_y_\">&amp; z_1_</b> <em>c</em></p>");
    String block = "{::nomarkdown}\n<div>\n*x*\n\n    y\n</div>\n<pre>\na\n\nb</pre>\n{:/}\n\n*c*";
    assertThat(post.html(block))
        .isEqualTo("<div>\n*x*\n\n    y\n</div>\n<pre>a\n\nb</pre>\n<p><em>c</em></p>");
  }

  @Test
  void theSeparatorOfAnExcerptIsNotTakenOutBeforeIt() {
    Content usual = post.of("a <!-- {{< more >}} SECRET READMORE -->\n\n<!-- more -->\n\nb");
    assertThat(usual.excerptHtml()).isEqualTo("<p>a </p>\n");
    assertThat(usual.html()).isEqualTo("<p>a </p>\n<p>b</p>\n");
    Content own =
        post.of(
            "excerpt_separator: <!-- cut -- -->",
            "a <!-- SECRET\n\n<!-- cut -- -->\n\nb\n\n<!-- cut -- -->\n\nc");
    assertThat(own.excerptHtml()).isEqualTo("<p>a </p>\n<p>b</p>\n");
  }

  @Test
  void nothingIsSaidOfTemplateTagsInComments() {
    Content content = post.of("<!-- {{ a }} {% b %} -->\n{::comment}{{< c >}}{:/}\n\n{{ d }}\n");
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "posts/2024-01-01-a.md:8: warning: \"{{ d }}\" is not a supported shortcode; shown as"
                + " text; write out its value");
  }

  @Test
  void liquidsTagsInCommentsOfHtmlStillHideAndKeep() {
    assertThat(post.html("<!-- {% raw %} -->\n\n{{ a }}\n\n<!-- {% endraw %} -->"))
        .isEqualTo("<p>{{ a }}</p>");
    assertThat(post.html("<!-- {% comment %} -->\n\nSECRET\n\n<!-- {% endcomment %} -->\n\nb"))
        .isEqualTo("<p>b</p>");
    assertThat(post.html("{% comment %} <!-- {% endcomment %} {{ site.title }}"))
        .isEqualTo("<p>Example &amp; Sons</p>");
  }

  @Test
  void aTextThatIsShownAsItIsHoldsNoComments() {
    Rendered small = Rendered.with("limits: {html: 1KiB}");
    String body = "a <!-- SECRET --> {::comment}SECRET{:/} {% comment %}SECRET{% endcomment %}";
    Content content = small.of(body + "b".repeat(2000));
    assertThat(content.html()).startsWith("<pre>a   bbb").doesNotContain("SECRET");
    assertThat(content.summary()).startsWith("a bbb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "K {::comment}SECRET{:/comment} t; K t",
        "K {/* SECRET */} { /* SECRET */ } t; K t",
        "K {# SECRET #}{% comment %}SECRET{% endcomment %} t; K t",
        "K <!SECRET> <?php SECRET ?>t; K t",
        "`<!-- K -->` <!-- SECRET --> t `{/* c */}`; `<!-- K -->` t `{/* c */}`",
        "K <!-- ` --> <!-- SECRET ` --> t; K t",
        "`<x-y hidden>K</x-y>` <i hidden>SECRET</i>; `<x-y hidden>K</x-y>`",
        "<?php and <%# and <!DOCTYPE; <?php and <%# and <!DOCTYPE",
      })
  void aTitleHasNoCommentsButForCode(String title, String shown) {
    Post of = Posts.post(post.settings(), "a.md", "title: '" + title + "'\ndate: 2024-01-01", "b");
    assertThat(PlainText.title(of)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "title; K <!-- SECRET; -->",
        "title; K {/* SECRET; */}",
        "title; K {::comment}SECRET; {:/comment}",
        "excerpt; K <!-- SECRET; -->",
        "summary; K {% comment %}SECRET; {% endcomment %}",
        "description; K <?php SECRET; ?>",
      })
  void aCommentWithoutAnEndInAFieldIsReported(String field, String value, String end) {
    String title = field.equals("title") ? "" : "title: T\n";
    String fields = title + "date: 2024-01-01\n" + field + ": '" + value + "'";
    Content content = post.render(Posts.post(post.settings(), "a.md", fields, "b"));
    assertThat(content.summary()).doesNotContain("SECRET");
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "a.md:"
                + (field.equals("title") ? 3 : 4)
                + ": warning: "
                + (field.equals("title") ? "title" : "summary")
                + ": a comment has no end, so everything after it is hidden; write \""
                + end
                + "\" where it ends");
  }

  @Test
  void theWordsOfAShortcodeHaveNoComments() {
    String figure = "{{< figure src=\"https://ex.org/a.png\" alt=\"a <!-- SECRET -->\"";
    String html = post.html(figure + " caption=\"K <!-- SECRET --> <i hidden>SECRET</i>t\" >}}");
    assertThat(html).doesNotContain("SECRET").contains("K  t</figcaption>");
  }
}

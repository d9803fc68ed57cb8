package io.github.feedwright.content.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TexTest {
  private final Rendered post = Rendered.with("content: {math: on}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\(x_1\\)",
        "\\(a_1 \\\\ b_1 *c*\\)",
        "\\[a_1 *b* \\\\ c_1\\]",
        "$a_1 b_1$",
        "$$a_1 \\\\ b_1 *c*$$",
        "$a_1 b_1$, $c^*$ d^*$",
        "$[a](b) ![d]: <e>$",
        "$\\$a_1_$",
        "$\\{{ site.url }}$",
        "\\begin{align*}\na_1 &= b \\\\\n# c *d*\n\\end{align*}",
        "$$\na_1\n\n- b *c*\n# d\n$$",
        "\\[\n> a\n\n1. b\n\\]",
        "$$\n|a|b|\n|-|-|\n$$",
        "$$\n***\n---\n~~~\n$$",
      })
  void whatStandsBetweenDelimitersIsAsItsAuthorWroteIt(String tex) {
    String text = post.of(tex).html();
    assertThat(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .isEqualTo("<p>" + tex + "</p>\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "> $$\\n> a_1\\n> - b_1\\n> $$; <blockquote>\\n<p>$$\\na_1\\n- b_1\\n$$</p>\\n</blockquote>",
        "- $$a_1\\n  *b*$$ *c*; <ul>\\n<li>$$a_1\\n*b*$$ <em>c</em></li>\\n</ul>",
        "\\(a_1 <!-- S --> *b*\\) $c_1<!-- S $ -->*d*$; <p>\\(a_1  *b*\\) $c_1*d*$</p>",
        "$$\\na_1\\n<!-- S\\n\\n-->*b*\\n$$; <p>$$\\na_1\\n*b*\\n$$</p>",
        "*a $b*c$ d*; <p><em>a $b*c$ d</em></p>",
        "[$a_1 b_1$](/c); <p><a href=\"https://blog.example.org/c\">$a_1 b_1$</a></p>",
        "|a|\\n|-|\\n|$|x|_1$|; <table>\\n<thead>\\n<tr><th>a</th></tr>\\n</thead>\\n<tbody>\\n<tr><td>$|x|_1$</td></tr>\\n</tbody>\\n</table>",
      })
  void texStandsWhereverTextDoes(String body, String html) {
    assertThat(post.html(body.replace("\\n", "\n"))).isEqualTo(html.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "costs $5 and *$10*; <p>costs $5 and <em>$10</em></p>",
        "$5-$10 *a*; <p>$5-$10 <em>a</em></p>",
        "$ *a*$; <p>$ <em>a</em>$</p>",
        "$5 `a$b` *c*; <p>$5 <code>a$b</code> <em>c</em></p>",
        "`$*a*$` \\$*a*$; <p><code>$*a*$</code> $<em>a</em>$</p>",
        "$*a*\\n\\n*b*$; <p>$<em>a</em></p>\\n<p><em>b</em>$</p>",
        "\\\\(*a*\\\\); <p>\\(<em>a</em>\\)</p>",
        "c <!-- $a --> *b*$; <p>c  <em>b</em>$</p>",
        "\\begin{a}*b*\\end{c}; <p>\\begin{a}<em>b</em>\\end{c}</p>",
      })
  void moneyCodeAndCommentsAreNoTex(String body, String html) {
    assertThat(post.html(body.replace("\\n", "\n"))).isEqualTo(html.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "auto; -; <em>b</em>",
        "auto; math: true; *b*",
        "auto; MathJax: yes; *b*",
        "auto; katex: 'true'; *b*",
        "auto; latex: true; *b*",
        "auto; use_math: true; *b*",
        "auto; mathjax: {enable: true}; *b*",
        "auto; params: {math: katex}; *b*",
        "auto; extra: {katex: true}; *b*",
        "auto; math: false; <em>b</em>",
        "auto; math: 0; <em>b</em>",
        "auto; mathjax: '0'; <em>b</em>",
        "auto; katex: none; <em>b</em>",
        "auto; params: {math: {enable: 0}}; <em>b</em>",
        "on; math: 0; <em>b</em>",
        "auto; math: 1; *b*",
        "auto; mathjax: {enable: false}; <em>b</em>",
        "on; -; *b*",
        "on; math: false; <em>b</em>",
        "off; math: true; <em>b</em>",
      })
  void theConfigurationAndThePostSayWhetherThereIsTex(String setting, String field, String b) {
    Rendered site = Rendered.with("content: {math: " + setting + "}");
    String frontMatter = field == null ? "" : field + "\n";
    assertThat(site.of(frontMatter, "$a *b*$").html()).isEqualTo("<p>$a " + b + "$</p>\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "![alt $a_1 b_1$](/x.png) => alt $a_1 b_1$",
        "![$a_1$ *em $b_1$* \\* &amp;][r]\\n\\n[r]: /x.png => $a_1$ em $b_1$ * &",
        "[![$a_1$](/x.png)](/b) => $a_1$",
        "<https://x.example/$a_1$> => https://x.example/$a_1$",
        "<a$b_1$@x.example> => a$b_1$@x.example",
        "a[^1]\\n\\n[^1]: $a_1$ => a",
        ":::note[$a_1$]\\nb $c_1$\\n::: => b $c_1$",
      })
  void nothingOfHowItIsKeptComesOut(String body, String summary) {
    Content content = post.of(body.replace("\\n", "\n"));
    assertThat(content.summary()).isEqualTo(summary);
    assertThat(content.html()).doesNotContain("&#", "&amp;#", "[$]");
  }

  @Test
  void attributesHoldItAsItWasWritten() {
    assertThat(post.html("[a](/b$c_1@d.example$ \"e $f_1@g.example$\") <b title='$h_1$'>i</b>"))
        .isEqualTo(
            "<p><a href=\"https://blog.example.org/b$c_1@d.example$\" title=\"e"
                + " $f_1@g.example$\">a</a> <b title=\"$h_1$\">i</b></p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "$\\href{https://e.example/a_b}{x_1}$ => $\\href{https://e.example/a_b}{x_1}$",
        "$\\url{www.e.example/a_b}$ => $\\url{www.e.example/a_b}$",
        "$<https://e.example/a_b>$ => $&lt;https://e.example/a_b&gt;$",
        "$a@b.example$ => $a@b.example$",
        "\\[\\text{HTTP://e.example and me@b.example}\\] => \\[\\text{HTTP://e.example and me@b.example}\\]",
        "$\\url{http://e.example}$ c@d.example => $\\url{http://e.example}$ <a href=\"mailto:c@d.example\">c@d.example</a>",
      })
  void addressesInTexAreNoLinks(String body, String html) {
    assertThat(post.html(body)).isEqualTo("<p>" + html + "</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\\begin{a}\\begin{a}x\\end{a}*y*\\end{a} *z*; \\begin{a}\\begin{a}x\\end{a}*y*\\end{a} <em>z</em>",
        "\\begin{a}\\begin{b}\\begin{a}*x*\\end{a}\\end{b}*y*\\end{a}; \\begin{a}\\begin{b}\\begin{a}*x*\\end{a}\\end{b}*y*\\end{a}",
        "\\begin{a}x\\end{a}*y*\\begin{a}*z*\\end{a}; \\begin{a}x\\end{a}<em>y</em>\\begin{a}*z*\\end{a}",
        "\\begin{a}\\begin{a}*x*\\end{a}*y*; \\begin{a}\\begin{a}*x*\\end{a}<em>y</em>",
      })
  void environmentsOfOneNameNest(String body, String html) {
    assertThat(post.html(body)).isEqualTo("<p>" + html + "</p>");
  }

  @Test
  void indentedCodeIsNoTex() {
    assertThat(post.html("    $*a*$")).isEqualTo("<pre><code>$*a*$\n</code></pre>");
  }

  @Test
  void templateTagsInTexAreNotTouchedNorReported() {
    assertThat(post.of("$\\frac{{a}}{{{b}}}$ {% raw %}$$\n{{ c }}\n$${% endraw %}").problems())
        .isEmpty();
    assertThat(post.html("$\\frac{{a}}{b}$")).isEqualTo("<p>$\\frac{{a}}{b}$</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<span hidden>SECRET</span>",
        "<b style=\"display:none\">SECRET</b>",
        "<template>SECRET</template>",
        "<i title='$' hidden>SECRET</i>",
        "<img alt=\"$$\" hidden src=\"/SECRET.png\">",
        "{% comment %}SECRET{% endcomment %}",
        "{% # SECRET %}",
        "{::comment}SECRET{:/comment}",
        "{/* SECRET */}",
        "{# SECRET #}",
        "<!-- SECRET -->",
        "<!A SECRET>",
        "<?php SECRET ?>",
      })
  void nothingHiddenIsTex(String hidden) {
    for (String around :
        new String[] {
          "a $5 {} or 6$ b",
          "a \\({} c\\) b",
          "a $${} c$$ b",
          "$$\nb {}\n\nc\n$$",
          "a \\[{}\\] b",
          "> \\[\n> {} b\n> \\]",
          "\\begin{align}\n{} b\n\\end{align}",
        }) {
      Content content = post.of(around.replace("{}", hidden));
      assertThat(content.html()).as(around).contains("b").doesNotContain("SECRET");
      assertThat(content.summary()).doesNotContain("SECRET");
      boolean isElement = hidden.matches("<[a-z].*");
      assertThat(content.problems()).as(around).hasSize(isElement ? 1 : 0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$a<b_1 *c*$",
        "$a <b> c_1 *d*$",
        "$a<b, c>d *e*$",
        "$a<b c>d *e*$",
        "$$x<yz *a* \\text{b} > c$$",
        "$\\newcommand{\\f}[1]{# 1 *a*} {#1}$",
      })
  void signsOfOrderAreTex(String tex) {
    assertThat(post.of(tex).summary()).isEqualTo(tex);
  }
}

package io.github.feedwright.content.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Rendered;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other generators have and GitHub has not, or shows with a style sheet. */
final class ContainersTest {
  private final Rendered post = Rendered.plain();

  private void assertRendered(String markdown, String html) {
    assertThat(post.html(markdown.replace("→", "\t").replace("⏎", "\n")).replace("\n", "⏎"))
        .isEqualTo(html.replace("{label}", "<p class=\"admonition-title\"><strong>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "> [!NOTE]⏎> Read *this*. => <blockquote>⏎{label}Note</strong></p>⏎<p>Read <em>this</em>.</p>⏎</blockquote>",
        "> [!warning]- Mind the `gap`⏎> a⏎>⏎> b => <blockquote>⏎{label}Mind the <code>gap</code></strong></p>⏎<p>a</p>⏎<p>b</p>⏎</blockquote>",
        "- a⏎⏎  > [!TIP]⏎  > b => <ul>⏎<li>⏎<p>a</p>⏎<blockquote>⏎{label}Tip</strong></p>⏎<p>b</p>⏎</blockquote>⏎</li>⏎</ul>",
        "> [!faq] Why?⏎> > [!todo]⏎> > Because. => <blockquote>⏎{label}Why?</strong></p>⏎<blockquote>⏎{label}Todo</strong></p>⏎<p>Because.</p>⏎</blockquote>⏎</blockquote>",
        "> [!CAUTION]⏎> - a⏎> - b⏎⏎c => <blockquote>⏎{label}Caution</strong></p>⏎<ul>⏎<li>a</li>⏎<li>b</li>⏎</ul>⏎</blockquote>⏎<p>c</p>",
        "> a⏎> [!NOTE]⏎> b => <blockquote>⏎<p>a⏎[!NOTE]⏎b</p>⏎</blockquote>",
        "> [!unknown]⏎> b => <blockquote>⏎<p>[!unknown]⏎b</p>⏎</blockquote>",
        "[!NOTE]⏎b => <p>[!NOTE]⏎b</p>",
      })
  void anAlertIsABlockQuoteWithALabel(String markdown, String html) {
    assertRendered(markdown, html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        ":::note⏎Read *this*.⏎:::⏎After. => <blockquote>⏎{label}Note</strong></p>⏎<p>Read <em>this</em>.</p>⏎</blockquote>⏎<p>After.</p>",
        "Before⏎::: warning Mind the *gap*⏎⏎a⏎⏎b⏎⏎:::⏎⏎After. => <p>Before</p>⏎<blockquote>⏎{label}Mind the <em>gap</em></strong></p>⏎<p>a</p>⏎<p>b</p>⏎</blockquote>⏎<p>After.</p>",
        ":::tip[My **title**]{#id}⏎a⏎::: => <blockquote>⏎{label}My <strong>title</strong></strong></p>⏎<p>a</p>⏎</blockquote>",
        "::: {.callout-important title=\"A title\"}⏎a⏎::: => <blockquote>⏎{label}A title</strong></p>⏎<p>a</p>⏎</blockquote>",
        ":::{seealso}⏎a⏎::: => <blockquote>⏎{label}See also</strong></p>⏎<p>a</p>⏎</blockquote>",
        ":::note[A [link](/b)]⏎a⏎::: => <blockquote>⏎{label}A <a href=\"https://blog.example.org/b\">link</a></strong></p>⏎<p>a</p>⏎</blockquote>",
        ":::tip[![b [c](/c)](/b.png) *d*]{#id}⏎a⏎::: => <blockquote>⏎{label}<img src=\"https://blog.example.org/b.png\" alt=\"b c\"> <em>d</em></strong></p>⏎<p>a</p>⏎</blockquote>",
        ":::{note}⏎:class: dropdown⏎:open:⏎a⏎::: => <blockquote>⏎{label}Note</strong></p>⏎<p>a</p>⏎</blockquote>",
        ":::{admonition} T⏎:class: tip⏎⏎:name: b⏎::: => <blockquote>⏎{label}T</strong></p>⏎<p>:name: b</p>⏎</blockquote>",
        ":::note⏎:class: b⏎::: => <blockquote>⏎{label}Note</strong></p>⏎<p>:class: b</p>⏎</blockquote>",
        "> :::{tip}⏎> :class: b⏎> a⏎> ::: => <blockquote>⏎<blockquote>⏎{label}Tip</strong></p>⏎<p>a</p>⏎</blockquote>⏎</blockquote>",
        "::: {.columns}⏎a⏎::: => <div>⏎<p>a</p>⏎</div>",
        "::::note⏎a⏎:::tip⏎b⏎:::⏎c⏎::::⏎d => <blockquote>⏎{label}Note</strong></p>⏎<p>a</p>⏎<blockquote>⏎{label}Tip</strong></p>⏎<p>b</p>⏎</blockquote>⏎<p>c</p>⏎</blockquote>⏎<p>d</p>",
        ":::note⏎:::tip⏎b⏎:::⏎c⏎:::⏎d => <blockquote>⏎{label}Note</strong></p>⏎<blockquote>⏎{label}Tip</strong></p>⏎<p>b</p>⏎</blockquote>⏎<p>c</p>⏎</blockquote>⏎<p>d</p>",
        "- a⏎⏎  :::note⏎  b⏎  :::⏎- c => <ul>⏎<li>⏎<p>a</p>⏎<blockquote>⏎{label}Note</strong></p>⏎<p>b</p>⏎</blockquote>⏎</li>⏎<li>⏎<p>c</p>⏎</li>⏎</ul>",
        "> :::note⏎> b⏎> :::⏎⏎c => <blockquote>⏎<blockquote>⏎{label}Note</strong></p>⏎<p>b</p>⏎</blockquote>⏎</blockquote>⏎<p>c</p>",
        ":::note⏎```⏎:::⏎```⏎- a⏎:::⏎b => <blockquote>⏎{label}Note</strong></p>⏎<pre><code>:::⏎</code></pre>⏎<ul>⏎<li>a</li>⏎</ul>⏎</blockquote>⏎<p>b</p>",
        ":::danger⏎a => <blockquote>⏎{label}Danger</strong></p>⏎<p>a</p>⏎</blockquote>",
        "a⏎:::⏎b => <p>a⏎:::⏎b</p>",
        "::: package.module⏎a => <p>::: package.module⏎a</p>",
        "`:::note` and ``` ::: ``` => <p><code>:::note</code> and <code>:::</code></p>",
      })
  void aFencedAdmonitionIsABlockQuoteWithALabel(String markdown, String html) {
    assertRendered(markdown, html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "!!! note⏎    a⏎⏎    - b⏎⏎c => <blockquote>⏎{label}Note</strong></p>⏎<p>a</p>⏎<ul>⏎<li>b</li>⏎</ul>⏎</blockquote>⏎<p>c</p>",
        "??? tip \"A *title*\"⏎    a => <blockquote>⏎{label}A <em>title</em></strong></p>⏎<p>a</p>⏎</blockquote>",
        "!!! danger \"\"⏎    a => <blockquote>⏎<p>a</p>⏎</blockquote>",
        "!!! wow⏎    a⏎b => <p>!!! wow⏎a⏎b</p>",
        "!!! note⏎    a⏎b => <blockquote>⏎{label}Note</strong></p>⏎<p>a</p>⏎</blockquote>⏎<p>b</p>",
        "??? note⏎    a⏎(b)⏎c => <blockquote>⏎{label}Note</strong></p>⏎<p>a</p>⏎</blockquote>⏎<p>(b)⏎c</p>",
        "> !!! note⏎>     a⏎> b => <blockquote>⏎<blockquote>⏎{label}Note</strong></p>⏎<p>a</p>⏎</blockquote>⏎<p>b</p>⏎</blockquote>",
        "!!! note⏎    a⏎    !!! tip⏎        b⏎    c⏎d => <blockquote>⏎{label}Note</strong></p>⏎<p>a</p>⏎<blockquote>⏎{label}Tip</strong></p>⏎<p>b</p>⏎</blockquote>⏎<p>c</p>⏎</blockquote>⏎<p>d</p>",
        "```⏎!!! note⏎    a⏎b⏎``` => <pre><code>!!! note⏎    a⏎b⏎</code></pre>",
      })
  void anIndentedAdmonitionIsABlockQuoteWithALabel(String markdown, String html) {
    assertRendered(markdown, html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "Apple⏎: A *fruit*⏎: A firm⏎⏎Pear⏎: Another => <dl>⏎<dt>Apple</dt>⏎<dd>A <em>fruit</em></dd>⏎<dd>A firm</dd>⏎<dt>Pear</dt>⏎<dd>Another</dd>⏎</dl>",
        "Apple⏎⏎:   A fruit⏎⏎    with seeds⏎⏎After => <dl>⏎<dt>Apple</dt>⏎<dd>⏎<p>A fruit</p>⏎<p>with seeds</p>⏎</dd>⏎</dl>⏎<p>After</p>",
        "One⏎Two⏎: Both => <dl>⏎<dt>One</dt>⏎<dt>Two</dt>⏎<dd>Both</dd>⏎</dl>",
        "> Apple⏎> : A fruit => <blockquote>⏎<dl>⏎<dt>Apple</dt>⏎<dd>A fruit</dd>⏎</dl>⏎</blockquote>",
        "Apple⏎: A fruit⏎  - red⏎  - green => <dl>⏎<dt>Apple</dt>⏎<dd>A fruit⏎<ul>⏎<li>red</li>⏎<li>green</li>⏎</ul>⏎</dd>⏎</dl>",
        "Emoji⏎:smile: and :-) => <p>Emoji⏎:smile: and :-)</p>",
        "Run⏎~ 5 km => <p>Run⏎~ 5 km</p>",
        "Time⏎12:30 => <p>Time⏎12:30</p>",
      })
  void definitionListsAreUnderstood(String markdown, String html) {
    assertRendered(markdown, html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "|a|⏎|-|⏎|b|⏎⏎: A *caption* => {table}⏎<p>A <em>caption</em></p>",
        "|a|⏎|-|⏎|b|⏎: A caption => {table}⏎<p>A caption</p>",
        "> |a|⏎> |-|⏎> |b|⏎>⏎> : A caption => <blockquote>⏎{table}⏎<p>A caption</p>⏎</blockquote>",
        "[x]: /y⏎: Def => <p>: Def</p>",
        "[x]: /y⏎  \"t\"⏎[z]:⏎/z⏎⏎: Def => <p>: Def</p>",
        "[x]: /y⏎Term⏎: Def => <dl>⏎<dt>Term</dt>⏎<dd>Def</dd>⏎</dl>",
        "# Head⏎: Def => <h1 id=\"p470c777c-head\">Head</h1>⏎<p>: Def</p>",
      })
  void whatHasNoTermIsNoDefinition(String markdown, String html) {
    String table =
        "<table>⏎<thead>⏎<tr><th>a</th></tr>⏎</thead>⏎<tbody>⏎<tr><td>b</td></tr>⏎</tbody>⏎</table>";
    assertRendered(markdown, html.replace("{table}", table));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "---⏎b => <hr>⏎<p>b</p>",
        "# B => <h1 id=\"p470c777c-b\">B</h1>",
        "- b => <ul>⏎<li>b</li>⏎</ul>",
        "> b => <blockquote>⏎<p>b</p>⏎</blockquote>",
        "```⏎b⏎``` => <pre><code>b⏎</code></pre>",
        "<div>b</div> => <div>b</div>",
      })
  void whatBeginsBelowADefinitionIsNoPartOfIt(String below, String html) {
    assertRendered("Term⏎: Def⏎" + below, "<dl>⏎<dt>Term</dt>⏎<dd>Def</dd>⏎</dl>⏎" + html);
    assertRendered(
        "> Term⏎> : Def⏎> " + below.replace("⏎", "⏎> "),
        "<blockquote>⏎<dl>⏎<dt>Term</dt>⏎<dd>Def</dd>⏎</dl>⏎" + html + "⏎</blockquote>");
  }

  @Test
  void theParagraphOfADefinitionMayContinueWithoutAnIndent() {
    assertRendered("Term⏎: Def⏎b⏎⏎c", "<dl>⏎<dt>Term</dt>⏎<dd>Def⏎b</dd>⏎</dl>⏎<p>c</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "<div markdown=\"1\">⏎*a*⏎</div>⏎⏎b => <div>⏎<p><em>a</em></p>⏎</div>⏎<p>b</p>",
        "<div class=\"c\" markdown=1>⏎⏎- a⏎- b⏎⏎</div> => <div class=\"c\">⏎<ul>⏎<li>a</li>⏎<li>b</li>⏎</ul>⏎</div>",
        "<section markdown='block'>*a*</section> => <section><p><em>a</em></p></section>",
        "<aside markdown>*a*⏎b⏎</aside> => <aside>⏎<p><em>a</em>⏎b</p>⏎</aside>",
        "<p markdown=\"1\">*a*⏎b</p> => <p><em>a</em>⏎b</p>",
        "<div markdown=\"span\">*a* `b`</div> => <div><em>a</em> <code>b</code></div>",
        "<div markdown=\"0\">⏎*a*⏎⏎*b*⏎</div>⏎*c* => <div>⏎*a*⏎⏎*b*⏎</div>⏎<p><em>c</em></p>",
        "<details markdown=\"1\"><summary>S</summary>⏎⏎*a*⏎⏎</details> => <details>⏎<summary>S</summary>⏎<p><em>a</em></p>⏎</details>",
        "<div markdown=\"1\">⏎<div markdown=\"1\">⏎*a*⏎</div>⏎</div>⏎⏎*b* => <div>⏎<div>⏎<p><em>a</em></p>⏎</div>⏎</div>⏎<p><em>b</em></p>",
        "<div markdown=\"1\">⏎```⏎</div>⏎```⏎</div> => <div>⏎<pre><code>&lt;/div&gt;⏎</code></pre>⏎</div>",
        "<div>⏎*a*⏎</div> => <div>⏎*a*⏎</div>",
        "<table>⏎<tr>⏎<td markdown=\"1\">This is *true*.</td>⏎</tr>⏎</table>⏎⏎*b* => <table>⏎<tbody><tr>⏎<td>This is <em>true</em>.</td>⏎</tr>⏎</tbody></table>⏎<p><em>b</em></p>",
        "<ul>⏎  <li markdown=\"1\">*a*</li>⏎  <li>*b*</li>⏎</ul> => <ul>⏎<li><em>a</em></li>⏎  <li>*b*</li>⏎</ul>",
        "<div>⏎<p markdown=\"1\">*a*</p>⏎</div> => <div>⏎<p><em>a</em></p>⏎</div>",
        "<dl markdown=\"1\">⏎<dt markdown=\"1\">*a*⏎<dd markdown=\"1\">*b*</dd>⏎</dl> => <dl>⏎<dt><em>a</em>⏎</dt><dd><em>b</em></dd>⏎</dl>",
        "> <table><tr>⏎> <th markdown=\"1\">*a*</th></tr>⏎> </table>⏎⏎b => <blockquote>⏎<table><tbody><tr>⏎<th><em>a</em></th></tr>⏎</tbody></table>⏎</blockquote>⏎<p>b</p>",
        "<div>⏎<pre>⏎<p markdown=\"1\">*a*</p>⏎</pre>⏎</div> => <div>⏎<pre><p>*a*</p>⏎</pre>⏎</div>",
        "<div class=\"a\"⏎  markdown=\"1\">⏎*a*⏎</div> => <div class=\"a\">⏎<p><em>a</em></p>⏎</div>",
        "<p⏎ markdown=\"1\"⏎ lang=\"b\"⏎>*a*</p> => <p lang=\"b\"><em>a</em></p>",
        "```⏎<div⏎ markdown=\"1\">⏎``` => <pre><code>&lt;div⏎ markdown=\"1\"&gt;⏎</code></pre>",
        "<table>⏎<tr><td markdown=\"1\">*a*</td><td markdown=\"1\" class=\"c\">*b*</td><td>*c*</td></tr>⏎</table> => <table>⏎<tbody><tr>⏎<td><em>a</em></td>⏎<td class=\"c\"><em>b</em></td>⏎<td>*c*</td></tr>⏎</tbody></table>",
        "<ul><li markdown=\"1\">*a*</li></ul>⏎⏎*b* => <ul>⏎<li><em>a</em></li></ul>⏎<p><em>b</em></p>",
        "> <dl><dt markdown=\"1\">*a*</dt><dd markdown=\"1\">*b*</dd></dl> => <blockquote>⏎<dl>⏎<dt><em>a</em></dt>⏎<dd><em>b</em></dd></dl>⏎</blockquote>",
        "<div markdown=\"1\"><p markdown=\"1\">*a*</p></div> => <div>⏎<p><em>a</em></p></div>",
        "`<ul><li markdown=\"1\">` <b>*c*</b> => <p><code>&lt;ul&gt;&lt;li markdown=\"1\"&gt;</code> <b><em>c</em></b></p>",
        "<div><pre><p markdown=\"1\">*a*</p></pre></div> => <div><pre><p>*a*</p></pre></div>",
        "<h2 markdown=\"1\">A *title*</h2> => <h2>A <em>title</em></h2>",
      })
  void markdownInElementsThatSaySoIsRead(String markdown, String html) {
    assertRendered(markdown, html);
    assertThat(post.problems(markdown.replace("⏎", "\n"))).isEmpty();
  }

  @Test
  void aLabelIsNoSummary() {
    assertThat(post.of("> [!NOTE]\n> Read this.\n\nMore.\n").summary()).isEqualTo("Read this.");
    assertThat(post.of(":::tip\n:::\n\nMore.\n").summary()).isEqualTo("More.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":::note|",
        ":::note|:::|",
        "::: note {a=b} ",
        "::: note :",
        "> [!NOTE]|",
        "!!! note|",
        "a|: b|",
        "a|: b||",
        ": ",
        "a|:|",
        "<div markdown=1>|",
        "<p markdown=1>",
        "<div markdown=1></div>|",
        "<div markdown=0>|",
        "<p markdown=1>a|",
        "<div markdown ",
        "<div>|<p markdown=1>|",
        "<td markdown=1>a</td></tr>|",
        "<tr>|<td markdown=1>a</td>|",
        "<div>|",
        "<div|markdown ",
        "<dl markdown=1>|<dt markdown=1>a|",
        ":::{note}|:a: b|",
        ":::note[[[",
        "!!! note|    a|b|",
      })
  void theyAreBoundedHoweverManyThereAre(String part) throws Exception {
    String text = part.replace('|', '\n');
    int lines = (int) text.chars().filter(c -> c == '\n').count();
    String body = text.repeat(lines == 0 ? 1_000_000 / text.length() : 19_000 / lines);
    FutureTask<Duration> task =
        new FutureTask<>(
            () -> {
              assertThat(post.of(body).html()).isNotNull();
              return Duration.ofNanos(
                  ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            });
    new Thread(null, task, "rendering", 256 << 20).start();
    assertThat(task.get(60, TimeUnit.SECONDS)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T `]` x | T <code>]</code> x",
        "a \\] b \\[ | a ] b [",
        "``a`]`` [x](/c) | <code>a`]</code> <a href=\"https://blog.example.org/c\">x</a>",
        "a ` b | a ` b",
      })
  void theTitleOfAContainerMayHoldBrackets(String title, String html) {
    assertThat(post.html(":::note[" + title + "]\na\n:::"))
        .isEqualTo(
            "<blockquote>\n<p class=\"admonition-title\"><strong>"
                + html
                + "</strong></p>\n<p>a</p>\n</blockquote>");
  }
}

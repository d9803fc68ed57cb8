package io.github.feedwright.content.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Rendered;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Markdown where parsers disagree, read as CommonMark 0.31 and GitHub read it. */
final class EdgesTest {
  private final Rendered post = Rendered.plain();

  private void assertRendered(String markdown, String html) {
    assertThat(post.html(markdown.replace("→", "\t").replace("⏎", "\n")).replace("\n", "⏎"))
        .isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "→x = 1→# one => <pre><code>x = 1→# one⏎</code></pre>",
        "-→→x = 1 => <ul>⏎<li>⏎<pre><code>  x = 1⏎</code></pre>⏎</li>⏎</ul>",
        "- item⏎⏎→more => <ul>⏎<li>⏎<p>item</p>⏎<p>more</p>⏎</li>⏎</ul>",
        ">→→x = 1 => <blockquote>⏎<pre><code>  x = 1⏎</code></pre>⏎</blockquote>",
        "1.→item⏎⏎→→x = 1 => <ol>⏎<li>⏎<p>item</p>⏎<pre><code>x = 1⏎</code></pre>⏎</li>⏎</ol>",
        "#→Title→ => <h1 id=\"p470c777c-title\">Title</h1>",
      })
  void aTabReachesTheNextStop(String markdown, String html) {
    assertRendered(markdown, html.replace("→", "\t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "- ```⏎  a⏎    b⏎  ```⏎- c => <ul>⏎<li>⏎<pre><code>a⏎  b⏎</code></pre>⏎</li>⏎<li>c</li>⏎</ul>",
        "- a⏎  ~~~ sh⏎  ls⏎  ~~~⏎  b => <ul>⏎<li>a⏎<pre><code class=\"language-sh\">ls⏎</code></pre>⏎<p>b</p>⏎</li>⏎</ul>",
        "1. a⏎⏎   ```⏎   b⏎⏎   c⏎   ```⏎2. d => <ol>⏎<li>⏎<p>a</p>⏎<pre><code>b⏎⏎c⏎</code></pre>⏎</li>⏎<li>⏎<p>d</p>⏎</li>⏎</ol>",
        "- a⏎  > ```⏎  > b⏎c => <ul>⏎<li>a⏎<blockquote>⏎<pre><code>b⏎</code></pre>⏎</blockquote>⏎</li>⏎</ul>⏎<p>c</p>",
        "- ```⏎  a⏎b => <ul>⏎<li>⏎<pre><code>a⏎</code></pre>⏎</li>⏎</ul>⏎<p>b</p>",
        "- ```⏎  a⏎# B => <ul>⏎<li>⏎<pre><code>a⏎</code></pre>⏎</li>⏎</ul>⏎<h1 id=\"p470c777c-b\">B</h1>",
        "> ~~~⏎> a⏎## B *c* ## => <blockquote>⏎<pre><code>a⏎</code></pre>⏎</blockquote>⏎<h2 id=\"p470c777c-b-c\">B <em>c</em></h2>",
        "> - ```⏎>   a⏎> ### B #c => <blockquote>⏎<ul>⏎<li>⏎<pre><code>a⏎</code></pre>⏎</li>⏎</ul>⏎<h3 id=\"p470c777c-b-c\">B #c</h3>⏎</blockquote>",
        "- ```⏎  a⏎#⏎#b => <ul>⏎<li>⏎<pre><code>a⏎</code></pre>⏎</li>⏎</ul>⏎<h1></h1>⏎<p>#b</p>",
        "- ```⏎  # a⏎⏎  # b => <ul>⏎<li>⏎<pre><code># a⏎⏎# b</code></pre>⏎</li>⏎</ul>",
      })
  void aFenceInAnItemEndsWithIt(String markdown, String html) {
    assertRendered(markdown, html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "![the [old mill](https://ex.org/a) at night](/p.png) => <p><img src=\"https://blog.example.org/p.png\" alt=\"the old mill at night\"></p>",
        "![*a* `b` <https://ex.org/>](/p.png) => <p><img src=\"https://blog.example.org/p.png\" alt=\"a b https://ex.org/\"></p>",
        "![a ![b](/q.png) c](/p.png) => <p><img src=\"https://blog.example.org/p.png\" alt=\"a b c\"></p>",
        "[![the mill](/p.png) at [night](https://ex.org/b)](https://ex.org/a) => <p>[<img src=\"https://blog.example.org/p.png\" alt=\"the mill\"> at <a href=\"https://ex.org/b\">night</a>](<a href=\"https://ex.org/a\">https://ex.org/a</a>)</p>",
        "[![a [b](https://ex.org/b) c](/p.png)](https://ex.org/a) => <p>[<img src=\"https://blog.example.org/p.png\" alt=\"a b c\">](<a href=\"https://ex.org/a\">https://ex.org/a</a>)</p>",
      })
  void aLinkInACaptionIsItsText(String markdown, String html) {
    assertRendered(markdown, html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "`` a ` b `` and `  c  ` => <p><code>a ` b</code> and <code> c </code></p>",
        "`a  b`⏎and `c⏎d` => <p><code>a  b</code>⏎and <code>c d</code></p>",
        "a <!-- b -- c --> d <!--> e <!---> f => <p>a  d  e  f</p>",
        "[a](<two words.md>) [b](<c>d) => <p><a href=\"https://blog.example.org/2024/a/two%20words.md\">a</a> [b](&lt;c&gt;d)</p>",
        "[a](/b'c') [d](/e 'f') => <p><a href=\"https://blog.example.org/b'c'\">a</a> <a href=\"https://blog.example.org/e\" title=\"f\">d</a></p>",
        "*$*x and **a** and *a**b**c* => <p>*$*x and <strong>a</strong> and <em>a<strong>b</strong>c</em></p>",
        "**~~a~~** and ~~~b~~~ and ~c~ => <p><strong><del>a</del></strong> and ~~~b~~~ and ~c~</p>",
      })
  void inlineMarkdownIsThatOfTheCurrentSpecification(String markdown, String html) {
    assertRendered(markdown, html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "Text:⏎| a | b |⏎|---|--:|⏎| c | d | => <p>Text:</p>⏎<table>⏎<thead>⏎<tr><th>a</th><th align=\"right\">b</th></tr>⏎</thead>⏎<tbody>⏎<tr><td>c</td><td align=\"right\">d</td></tr>⏎</tbody>⏎</table>",
        "> Text⏎> |a|⏎> |-|⏎> |b| => <blockquote>⏎<p>Text</p>⏎<table>⏎<thead>⏎<tr><th>a</th></tr>⏎</thead>⏎<tbody>⏎<tr><td>b</td></tr>⏎</tbody>⏎</table>⏎</blockquote>",
        "- Text⏎  a | b⏎  - | -⏎  c | d => <ul>⏎<li>Text⏎a | b⏎<ul>⏎<li>| -⏎c | d</li>⏎</ul>⏎</li>⏎</ul>",
        "|a|⏎|-|⏎| `b \\| c` | => <table>⏎<thead>⏎<tr><th>a</th></tr>⏎</thead>⏎<tbody>⏎<tr><td><code>b | c</code></td></tr>⏎</tbody>⏎</table>",
        "Text⏎a | b⏎c | d => <p>Text⏎a | b⏎c | d</p>",
      })
  void aTableMayBeginBelowALineOfText(String markdown, String html) {
    assertRendered(markdown, html);
  }
}

package io.github.feedwright.content.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Rendered;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a generator adds to Markdown is understood where it is that generator's. */
final class GeneratorMarkdownTest {
  private static Rendered of(String generator) {
    return Rendered.with("posts: {generator: " + generator + "}");
  }

  @Test
  void inDocusaurusTheTextOfASummaryIsMarkdown() {
    String body = "<details>\n<summary>**A** `b`</summary>\n\nText\n\n</details>";

    assertThat(of("docusaurus").html(body))
        .contains("<summary><strong>A</strong> <code>b</code></summary>");
    assertThat(of("hugo").html(body)).contains("<summary>**A** `b`</summary>");
  }

  /** As Python-Markdown 3.4.1 does with codehilite. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pelican | '    :::python¶    x' | python | x¶",
        "pelican | '    #!python¶    x' | python | x¶",
        "pelican | '    :::c++¶    x¶¶    y' | c++ | x¶¶y¶",
        "pelican | '    #!python foo¶    x' | python | x¶",
        "pelican | '```¶:::python¶x¶```' | | :::python¶x¶",
        "nikola | '~~~¶#!python¶x¶~~~' | | #!python¶x¶",
        "nikola | '    :::Python¶    x' | python | x¶",
        "pelican | '```sh¶:::python¶x¶```' | sh | :::python¶x¶",
        "pelican | '    #!/bin/sh¶    x' | | #!/bin/sh¶x¶",
        "pelican | '    #!/usr/bin/env python¶    x' | | #!/usr/bin/env python¶x¶",
        "pelican | '    x¶    :::python' | | x¶:::python¶",
        "hugo | '    #!python¶    x' | | #!python¶x¶",
        "none | '```¶#!python¶x¶```' | | #!python¶x¶",
      })
  void theLineThatNamesTheLanguageOfCodeIsNotCode(
      String generator, String text, @Nullable String language, String code) {
    String opened = language == null ? "<code>" : "<code class=\"language-" + language + "\">";

    assertThat(of(generator).html(text.replace('¶', '\n')))
        .isEqualTo("<pre>" + opened + code.replace('¶', '\n') + "</code></pre>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hexo | js A title | A title",
        "hexo | js _config.yml mark:2 | _config.yml",
        "hexo | js A title https://ex.org/a the source |"
            + " A title <a href=\"https://ex.org/a\">the source</a>",
        "hexo | js A title https://ex.org/a | A title <a href=\"https://ex.org/a\">link</a>",
        "hexo | js <b>A</b> | &lt;b&gt;A&lt;/b&gt;",
        "docusaurus | js title=\"A title\" {1,2} | A title",
        "docusaurus | js title='src/a.js' | src/a.js",
        "hexo | js mark:1,2 | ",
        "hexo | js = | ",
        "docusaurus | js A title | ",
        "docusaurus | js title=\"\" | ",
        "hugo | js A title | ",
        "none | js title=\"A\" | ",
      })
  void aBlockOfCodeHasTheTitleThatItsGeneratorShows(
      String generator, String info, @Nullable String title) {
    String code = "<pre><code class=\"language-js\">a\n</code></pre>";

    assertThat(of(generator).html("``` " + info + "\na\n```").replaceAll(">\\n", ">"))
        .isEqualTo(
            title == null
                ? code
                : "<figure><figcaption>" + title + "</figcaption>" + code + "</figure>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docusaurus | ```js\\n// highlight-next-line\\na\\n``` | a",
        "docusaurus | ```py\\n# highlight-start\\na\\n  # highlight-end\\nb\\n``` | a\\nb",
        "docusaurus | ```jsx\\n{/* highlight-next-line */}\\na\\n``` | a",
        "docusaurus | ```html\\n<!-- highlight-start -->\\na\\n``` | a",
        "docusaurus | ```js\\nlet x; // highlight-next-line of mine\\n``` | let x; // highlight-next-line of mine",
        "hugo | ```js\\n// highlight-next-line\\na\\n``` | // highlight-next-line\\na",
      })
  void commentsThatHighlightLinesOfCodeAreNotShownByDocusaurus(
      String generator, String body, String code) {
    assertThat(of(generator).html(body.replace("\\n", "\n")))
        .contains(">" + code.replace("\\n", "\n") + "\n</code>");
  }

  @Test
  void textAboutHighlightsIsNoComment() {
    assertThat(of("docusaurus").html("Text.\n\n## highlight-start\n\n// highlight-next-line\n"))
        .contains("highlight-start", "// highlight-next-line");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docusaurus | a :smile: b :+1: | <p>a 😄 b 👍</p>",
        "docusaurus | [:tada:](https://ex.org/:tada:/) at 10:30:45 |"
            + " <p><a href=\"https://ex.org/:tada:/\">🎉</a> at 10:30:45</p>",
        "docusaurus | `:smile:` :nosuchname: | <p><code>:smile:</code> :nosuchname:</p>",
        "docusaurus | :es: | <p>🇪🇸</p>",
        "docusaurus | ![:smile:](https://ex.org/a.png) |"
            + " <p><img src=\"https://ex.org/a.png\" alt=\"😄\"></p>",
        "hugo | a :smile: | <p>a :smile:</p>",
        "none | a :smile: | <p>a :smile:</p>",
      })
  void emojiHaveNames(String generator, String body, String html) {
    assertThat(of(generator).html(body)).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | これは**「テスト」**です | <p>これは<strong>「テスト」</strong>です</p>",
        "pelican | 这是**“引号”**文字 | <p>这是<strong>“引号”</strong>文字</p>",
        "nikola | *テスト。*次 | <p><em>テスト。</em>次</p>",
        "middleman | **注意：**参照 | <p><strong>注意：</strong>参照</p>",
        "jekyll | 这是~~“引号”~~文字~~注意！~~次 | <p>这是<del>“引号”</del>文字<del>注意！</del>次</p>",
        "hexo | 这是~~“引号”~~文字 | <p>这是~~“引号”~~文字</p>",
        "jekyll | 2 * 「3」 * 4 | <p>2 * 「3」 * 4</p>",
        "jekyll | a**\"b\"**c | <p>a**\"b\"**c</p>",
        "hexo | 这是**“引号”**文字 | <p>这是**“引号”**文字</p>",
        "none | 这是**“引号”**文字 | <p>这是**“引号”**文字</p>",
      })
  void emphasisStandsBesideEastAsianPunctuation(String generator, String body, String html) {
    assertThat(of(generator).html(body)).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hugo | [[2023-05-06-old]] | <p><a href=\"https://blog.example.org/2023/old/\">2023-05-06-old</a></p>",
        "jekyll | see [[2023-05-06-old ¦ the *old* one]]. |"
            + " <p>see <a href=\"https://blog.example.org/2023/old/\">the *old* one</a>.</p>",
        "middleman | [[2023-05-06-old#Some Heading]] |"
            + " <p><a href=\"https://blog.example.org/2023/old/#some-heading\">2023-05-06-old</a></p>",
        "hugo | [[2023 05 06 Old]] | <p><a href=\"https://blog.example.org/2023/old/\">2023 05 06 Old</a></p>",
        "hugo | ![[pic.png]] | <p><img src=\"https://blog.example.org/posts/pic.png\" alt=\"pic.png\"></p>",
        "hugo | `[[2023-05-06-old]]` | <p><code>[[2023-05-06-old]]</code></p>",
        "hugo | [[1]](https://ex.org/) | <p><a href=\"https://ex.org/\">[1]</a></p>",
        "hugo | [[9]] | <p>[[9]]</p>",
        "none | [[2023-05-06-old]] | <p>[[2023-05-06-old]]</p>",
      })
  void namesInDoubleBracketsLinkToPosts(String generator, String body, String html) {
    assertThat(of(generator).html(body.replace('¦', '|'))).isEqualTo(html);
    assertThat(of(generator).problems(body.replace('¦', '|'))).isEmpty();
  }

  @Test
  void aNameInDoubleBracketsThatIsNoPostIsReported() {
    Rendered hugo = of("hugo");

    assertThat(hugo.html("a [[No Such Post]] b")).isEqualTo("<p>a [[No Such Post]] b</p>");
    assertThat(hugo.problems("a [[No Such Post]] b"))
        .containsExactly(
            "posts/2024-01-01-a.md:5: warning: \"[[No Such Post]]\" is shown as text: there is no"
                + " such post or file; fix the name, or write a link");
  }

  @Test
  void bracketsAroundAReferenceOfMarkdownAreBrackets() {
    assertThat(of("hugo").html("[[a]] b\n\n[a]: https://ex.org/"))
        .isEqualTo("<p>[<a href=\"https://ex.org/\">a</a>] b</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[a]] ", "[[", "[[a|", ":smile:", ":a", "**「a」**", "![[a]] [a]: "})
  @Timeout(20)
  void manyOfThemTakeNoLongTime(String text) {
    for (String generator : List.of("jekyll", "docusaurus")) {
      assertThat(of(generator).html(text.repeat(300_000 / text.length()))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zola | [a](@/sec/_index.md#x) | <p><a href=\"https://blog.example.org/sec/#x\">a</a></p>",
        "zola | [a](@/Two Words/_index.fr.md) | <p><a href=\"https://blog.example.org/two-words/\">a</a></p>",
        "zola | [a](@/_index.md) | <p><a href=\"https://blog.example.org/\">a</a></p>",
        "zola | [a](@/inside/index.md) | <p><a href=\"https://blog.example.org/inside/\">a</a></p>",
      })
  void aZolaLinkToASectionIsToThePageThatListsIt(String generator, String body, String html) {
    assertThat(of(generator).html(body.replace("Two Words", "Two%20Words"))).isEqualTo(html);
    assertThat(of(generator).problems(body.replace("Two Words", "Two%20Words"))).isEmpty();
  }

  @Test
  void rawInAListKeepsTheIndentationOfItsLines() {
    assertThat(of("jekyll").html("- a\n\n    {% raw %}\n    {{ x }}\n    {% endraw %}\n\n- b"))
        .isEqualTo("<ul>\n<li>\n<p>a</p>\n<p>{{ x }}</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>");
  }

  @Test
  void aLinkBehindBracketsIsALink() {
    assertThat(
            of("jekyll").html("see [3][A](https://ex.org/) and [4][A][b]\n\n[b]: https://ex.org/b"))
        .isEqualTo(
            "<p>see [3]<a href=\"https://ex.org/\">A</a> and [4]<a"
                + " href=\"https://ex.org/b\">A</a></p>");
  }
}

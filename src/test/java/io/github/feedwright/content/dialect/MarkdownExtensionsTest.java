package io.github.feedwright.content.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Rendered;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkdownExtensionsTest {
  private final Rendered post = Rendered.plain();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A paragraph.\\n{: .note #x title=\"a b\"} | <p>A paragraph.</p>",
        "![i](/a.png){: .left width=\"3\"} | <p><img src=\"https://blog.example.org/a.png\" alt=\"i\"></p>",
        "- Contents\\n{:toc}\\n\\nText. | <p>Text.</p>",
        "[TOC]\\n\\nText. | <p>Text.</p>",
        "[[_TOC_]]\\n\\nText. | <p>Text.</p>",
        "## A word {#a-word} | <h2 id=\"" + Rendered.PREFIX + "a-word\">A word</h2>",
        "A map {:a 1 :b 2} and {:.x | <p>A map {:a 1 :b 2} and {:.x</p>",
        "`{: .note}` and [TOC] | <p><code>{: .note}</code> and [TOC]</p>",
        "Text.\\n\\n    :::python\\n    x = 1 | <p>Text.</p>\\n<pre><code>x = 1\\n</code></pre>",
        "```rust,linenos\\nx\\n``` | <pre><code class=\"language-rust\">x\\n</code></pre>",
      })
  void marksOfOtherMarkdownsAreNotShown(String markdown, String html) {
    assertThat(post.html(markdown.replace("\\n", "\n"))).isEqualTo(html.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource({"## A {#x}", "## A {#x .y}", "## A {: #x}", "## A {#x} ##"})
  void aHeadingsIdCanBeLinkedTo(String heading) {
    String id = Rendered.PREFIX + "x";
    assertThat(post.html(heading + "\n\n[to](#x)"))
        .contains("<a id=\"" + id + "\"></a>A</h2>", "#" + id + "\">to</a>");
  }
}

package io.github.feedwright.content.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SummaryTest {
  private final Rendered post = Rendered.plain();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "excerpt: An <b>excerpt</b> &mdash; short | An excerpt — short",
        "summary: S   | S",
        "summary: '<p>One <b>two</b></p><p>three</p>' | One two three",
        "description: '<div class=\"x\"><ul><li>a<li>b</ul><img src=\"c.png\"></div>' | a b",
        "excerpt: '<!-- note --><script>x()</script><p>&lt;p&gt; is a tag' | <p> is a tag",
        "excerpt: Vec<T> in 4 < 5 steps | Vec<T> in 4 < 5 steps",
        "description: D | D",
        "excerpt: ''  | Text.",
      })
  void whatTheFrontMatterGivesWins(String frontMatter, String summary) {
    assertThat(post.of(frontMatter, "Text.\n").summary()).isEqualTo(summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "![i](a.png)\\n\\nThe *first* text[^1].\\n\\nMore.\\n\\n[^1]: N. | The first text.",
        "# Title\\n\\n- a\\n- b | Title a b",
        "## A &amp; B          | A & B",
        "```\\ncode  here\\n```| code here",
        "![i](a.png)           | i",
        "![](a.png) ![ j ](b.png) | j",
        "![](a.png)            | T",
        "''                    | T",
      })
  void elseItIsTheFirstParagraphsText(String body, String summary) {
    assertThat(post.of(body.replace("\\n", "\n")).summary()).isEqualTo(summary);
  }

  @Test
  void aLongParagraphIsCutAtAWord() {
    String summary = post.of("word ".repeat(100)).summary();
    assertThat(summary).isEqualTo("word ".repeat(59) + "word…");
    assertThat(post.of("x".repeat(300)).summary()).isEqualTo("x".repeat(300));
    assertThat(post.of("日".repeat(301)).summary()).isEqualTo("日".repeat(299) + "…");
    assertThat(post.of("😀".repeat(301)).summary()).isEqualTo("😀".repeat(299) + "…");
  }

  @Test
  void theFirstWordsAndWhatFollowsThemAreTheWholeText() {
    assertThat(Summary.firstWords("word ".repeat(20).strip()))
        .isEqualTo("word ".repeat(11) + "word…");
    assertThat(Summary.afterFirstWords("word ".repeat(20).strip()))
        .isEqualTo("…" + "word ".repeat(8).strip());
    assertThat(Summary.afterFirstWords("日".repeat(70))).isEqualTo("…" + "日".repeat(11));
    assertThat(Summary.afterFirstWords("word")).isEmpty();
    assertThat(Summary.afterFirstWords("")).isEmpty();
  }

  @Test
  void aGraphemeIsNotSplit() {
    String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
    assertThat(post.of(family.repeat(100)).summary()).isEqualTo(family.repeat(59) + "…");
    String conjunct = "\u0915\u094d\u0937";
    assertThat(post.of(conjunct.repeat(101)).summary()).isEqualTo(conjunct.repeat(99) + "…");
  }
}

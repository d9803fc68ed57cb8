package io.github.feedwright.content.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributeListsTest {
  private final Rendered post = Rendered.plain();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S\\n{: hidden}",
        "S\\nS\\n{:.x style=\"display: none\" #y}",
        "S\\n{style=\"display:none\"}",
        "S\\n{: .x}\\n{: hidden=''}",
        "{: style='visibility:hidden'}\\nS",
        "# S\\n{: hidden}",
        "# S {#s hidden=\"\"}",
        "## S {: style=\"display:none\"} ##",
        "S\\n---\\n{: hidden}",
        "> S\\n{: hidden}",
        "```\\nS\\n```\\n{: hidden}",
        "- S\\n- S\\n{: hidden}",
        "|S|\\n|-|\\n|S|\\n{: hidden}",
        "<div>S</div>\\n{: hidden}",
        "*S*{: hidden}",
        "**S**{:hidden='x'} `S`{: hidden} [S](/S){: hidden} ![S](/S.png){: hidden}",
        "<b>S</b>{: hidden}",
        "{:s: style=\"display:none\"}\\n\\nS\\n{: s}",
      })
  void whatAnAttributeListHidesIsTakenOut(String source) {
    Content content = post.of("a\n\n" + source.replace("\\n", "\n") + "\n\nb\n");
    assertThat(content.html().replaceAll("\\s*(<p>\\s*</p>)?\\s*", ""))
        .isEqualTo("<p>a</p><p>b</p>");
    assertThat(content.problems()).isNotEmpty();
  }

  @Test
  void aListWithinAnItemHidesTheItemOrItsParagraph() {
    assertThat(post.html("- a\n- {: hidden} S\n- S\n  {: hidden}\n\n  b\n"))
        .doesNotContain("S")
        .contains("a", "b");
    assertThat(post.html("> S\n> {: hidden}\n>\n> b")).doesNotContain("S").contains("b");
    assertThat(post.html("|a|b|\n|-|-|\n|c|S { hidden='' }|")).doesNotContain("S").contains("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`{: hidden}`",
        "a {hidden} b",
        "a*b* {: hidden} c",
        "    a\\n    {: hidden}",
        "*a*{style=b} c",
      })
  void whatBelongsToNothingHidesNothing(String source) {
    String text = source.replace("\\n", "\n");
    assertThat(post.of(text).summary())
        .isEqualTo(text.replaceAll("[`*]", "").strip().replaceAll("\\s+", " "));
  }

  @Test
  void itIsReported() {
    assertThat(post.problems("`{: hidden}`\n\nS\n{: hidden}\n"))
        .containsExactly(
            "posts/2024-01-01-a.md:8: warning: text was removed: \"{: hidden}\" hides it, but feed"
                + " readers would show it; remove the text, or the attribute list");
  }

  @Test
  void kramdownsDefinitionsAndReferencesAreNoText() {
    assertThat(
            post.html("{:right: style=\"text-align: right\" .x}\n\na\n{: right}\n\n*b*\n{:toc}\n"))
        .isEqualTo("<p>a</p>\n<p><em>b</em></p>");
    assertThat(post.html("a {:ok, b}\n{:x y, z}")).isEqualTo("<p>a {:ok, b}\n{:x y, z}</p>");
  }
}

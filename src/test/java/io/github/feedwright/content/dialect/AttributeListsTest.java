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
        "```js {hidden}\\nS\\n```",
        "~~~ {.python #i style=\"display: none\"}\\nS\\n~~~",
        "```{hidden=true}\\nS\\n```",
        "<style>.h {display: none}</style>\\n\\n```{.h}\\nS\\n```\\n\\n```js {#i .h}\\nS\\n```",
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
  void theLanguageOfCodeMayBeAClass() {
    assertThat(
            post.html(
                "```{.python .numberLines}\na\n```\n\n```js {1,3}\nb\n```\n\n```{note}\nc\n```"))
        .contains("<code class=\"language-python\">a", "<pre><code class=\"language-js\">b")
        .contains("<pre><code>c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "js title=\"a {hidden} b\"",
        "js {title=\"a { hidden }\"}",
        "js {title='}' data-x='{hidden}'}",
        "js {hl_lines=[\"1 hidden\"]}",
        "vue {template: \"hidden\"}",
        "js {.x title=\"a style=display:none b\"}",
      })
  void whatOneOfItsValuesSaysDoesNotHideCode(String info) {
    Content content = post.of("~~~ " + info + "\nS\n~~~");
    assertThat(content.html()).contains("S\n</code></pre>");
    assertThat(content.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "js {title=\"a } b\" hidden}",
        "js title=\"a\" {title=b's hidden}",
        "js title=b's {hidden} it's",
        "html {1} {hidden}",
      })
  void aValueWithQuotesOrBracesDoesNotShowHiddenCode(String info) {
    assertThat(post.html("~~~ " + info + "\nS\n~~~\n\nb")).isEqualTo("<p>b</p>");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::: {style=\"display:none\"}\nS\n:::",
        "::: {.note hidden=\"hidden\"}\nS\n:::",
        ":::note{hidden}\nS\n\n- S\n:::",
        ":::note[S]{style='visibility: hidden'}\nS\n:::",
        "::: {.callout-note title=\"S\" style=\"display:none\"}\nS\n\n::: tip\nS\n:::\n:::",
        ":::{note hidden}\nS\n:::",
        "> ::: {.x popover=auto}\n> S\n> :::",
        "- ::: {.x hidden=1}\n  S\n  :::",
      })
  void aContainerThatItsAttributesHideIsTakenOut(String container) {
    Content content = post.of("a\n\n" + container + "\n\nb\n");
    assertThat(content.html()).contains("<p>a</p>", "<p>b</p>").doesNotContain("S");
    assertThat(content.problems()).singleElement().asString().contains(".md:7: ", "hides it");
    Content alone = post.of(container);
    assertThat(alone.summary()).isEqualTo("T");
    Content plain = Rendered.with("limits: {lines: 1}").of("a\n\n" + container + "\n\nb\n");
    assertThat(plain.html()).contains("a", "b").doesNotContain("S");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::: {.note title=\"a hidden b\"}\nS\n:::",
        "::: {.hidden}\nS\n:::",
        "::: {.note style=\"color: red\"}\nS\n:::",
      })
  void otherContainersAreShown(String container) {
    Content content = post.of(container);
    assertThat(content.html()).contains("S").doesNotContain("style");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[S]{style=\"display:none\"} K",
        "K [S *S* [S](/S) S]{hidden=\"\"} [k]",
        "[k] K [S\nS `S`]{.a style=\"visibility:hidden\"}",
        "*K [S]{hidden=true}*",
      })
  void wordsInBracketsAreTakenOut(String source) {
    Content content = post.of(source);
    assertThat(content.html()).contains("K").doesNotContain("S");
    assertThat(content.summary()).contains("K").doesNotContain("S");
    assertThat(content.problems()).singleElement().asString().contains("text was removed");
    assertThat(content.html().contains("[k]")).isEqualTo(source.contains("[k]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S\n{: .x}",
        "S\n{: .a .x #b}",
        "{: .x}\nS",
        "# S {#q .x}",
        "# S {#i}",
        "*S*{: .x} `S`{.x}",
        "[S]{.x}",
        "![S](/S.png){.x}",
        "::: {.x}\nS\n:::",
        "::: {.note .x}\nS\n:::",
        "- S\n{: .z .y}",
        "{:h: .x}\n\nS\n{: h}",
      })
  void aRuleHidesWhatHasItsClassByAList(String source) {
    String style = "<style>\nmain .x, div#i {display: none}\n@media all {p.y.z {display: none}}\n";
    String text = "a\n\n" + source + "\n\nb\n\n" + style + "</style>\n";
    Content content = post.of(text);
    assertThat(content.html()).contains("<p>a</p>", "<p>b</p>").doesNotContain("S");
    assertThat(content.problems()).hasSizeGreaterThan(1);
    assertThat(Rendered.with("limits: {lines: 1}").of(text).html()).doesNotContain("S");
  }

  @Test
  void otherClassesHideNothing() {
    String style = "<style>\n.x, .y:hover, .a.b {display: none}\n</style>\n\n";
    assertThat(post.html(style + "c\n{: .y .a}\n\n*d*{: .X}\n")).contains("c", "d");
    assertThat(post.html("```\n" + style + "```\n\nc\n{: .x}\n")).contains("<p>c</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::: {.content-hidden}\nS\n:::",
        ":::: {.content-hidden when-format=html}\n::: note\nS\n:::\n::::",
        "::: {.content-hidden unless-format=\"pdf\"}\nS\n:::",
        "::: {.content-visible when-format='revealjs'}\nS\n:::",
        "::: {.content-visible unless-format=\"html\"}\nS\n:::",
        "[S]{.content-hidden when-format=\"html\"}",
        "[S]{.content-visible when-format=\"pdf\"}",
      })
  void whatQuartoShowsOnlyInOtherFormatsIsTakenOut(String source) {
    for (Rendered each : new Rendered[] {post, Rendered.with("limits: {lines: 1}")}) {
      assertThat(each.html("a\n\n" + source + "\n\nb\n")).contains("a", "b").doesNotContain("S");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::: {.content-visible when-format=\"html\"}\nS\n:::",
        "::: {.content-hidden when-format=\"pdf\"}\nS\n:::",
        "::: {.content-hidden unless-format=\"html\"}\nS\n:::",
        "::: {.content-visible unless-format=\"docx\"}\nS\n:::",
        "::: {.content-hidden when-profile=\"basic\"}\nS\n:::",
        "::: {.content}\nS\n:::",
      })
  void whatQuartoShowsOnWebPagesIsShown(String source) {
    assertThat(post.html(source)).contains("S");
    assertThat(post.of(source).problems()).isEmpty();
  }

  @Test
  void theIdOfAHeadingHoldsNothingThatIsHidden() {
    assertThat(post.html("# [Secret]{hidden=\"\"} b")).doesNotContainIgnoringCase("secret");
    assertThat(post.html("# a *Secret*{: hidden}")).doesNotContainIgnoringCase("secret");
  }
}

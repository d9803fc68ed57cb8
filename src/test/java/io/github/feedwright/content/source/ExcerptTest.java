package io.github.feedwright.content.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.content.markdown.MarkdownRenderer;
import io.github.feedwright.generator.NoGenerator;
import io.github.feedwright.post.Body;
import io.github.feedwright.settings.LimitSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExcerptTest {
  private final Rendered post = Rendered.plain();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--more-->",
        "{{< more >}}",
        "<!-- more -->",
        "<!-- MORE -->",
        "<!--more Read on, dear reader-->",
        "<!--break-->",
        "READMORE",
        "<!-- TEASER_END -->",
        "<!-- TEASER_END: more -->",
      })
  void everySeparatorSplitsAndIsNotShown(String separator) {
    Content content = post.of("Before *it*.\n\n" + separator + "\n\nAfter it.\n");
    assertThat(content.excerptHtml()).isEqualTo("<p>Before <em>it</em>.</p>\n");
    assertThat(content.html()).isEqualTo("<p>Before <em>it</em>.</p>\n<p>After it.</p>\n");
    assertThat(content.summary()).isEqualTo("Before it.");
    assertThat(content.problems()).isEmpty();
  }

  @Test
  void aPostsOwnSeparatorReplacesTheUsualOnes() {
    Content content = post.of("excerpt_separator: '~~cut~~'", "One READMORE.\n\n~~cut~~\n\nTwo.\n");
    assertThat(content.excerptHtml()).isEqualTo("<p>One READMORE.</p>\n");
    assertThat(content.html()).isEqualTo("<p>One READMORE.</p>\n<p>Two.</p>\n");
  }

  @Test
  void anEmptyLineMayBeTheSeparator() {
    String text = "One.\n\nTwo.\n\nThree.\n";
    Body body = new Body(text, Body.Markup.MARKDOWN, 1, null);
    Budget budget = new Budget(Duration.ofSeconds(2), () -> false);
    assertThat(
            Excerpt.of(
                new BodyText(
                    body,
                    new MarkdownRenderer(
                        LimitSettings.DEFAULT, NoGenerator.INSTANCE.markdown(null)),
                    budget),
                "\n\n"))
        .isEqualTo(new Excerpt(text, "One."));
  }

  @Test
  void theEmptyLineBeforeTheTextIsNone() {
    Content content = post.of("excerpt_separator: \"\\n\\n\"", "\n\nOne.\n\nTwo.\n");
    assertThat(content.excerptHtml()).isEqualTo("<p>One.</p>\n");
    assertThat(content.html()).isEqualTo("<p>One.</p>\n<p>Two.</p>\n");
  }

  @Test
  void aSeparatorInCodeIsCode() {
    Content content = post.of("`READMORE`\n\n```\n<!--more-->\n```\n\n    READMORE\n");
    assertThat(content.excerptHtml()).isNull();
    assertThat(content.html()).contains("<code>READMORE</code>", "&lt;!--more--&gt;");
  }

  @Test
  void onlyTheFirstSeparatorSplitsAndNoneIsShown() {
    Content content = post.of("One.\n\nREADMORE\n\nTwo.\n\n<!--more-->\n\nThree. READMORE\n");
    assertThat(content.excerptHtml()).isEqualTo("<p>One.</p>\n");
    assertThat(content.html()).isEqualTo("<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>\n");
  }

  @Test
  void nothingBeforeTheSeparatorIsNoExcerpt() {
    assertThat(post.of("\n<!--more-->\nText.\n").excerptHtml()).isNull();
  }

  @Test
  void definitionsBehindTheSeparatorStillDefine() {
    Content content =
        post.of("See [this][x] and that[^1].\n\n<!--more-->\n\nMore.\n\n[x]: /x\n[^1]: Note.\n");
    assertThat(content.excerptHtml())
        .contains("<a href=\"https://blog.example.org/x\">this</a>", ">Note.");
    assertThat(content.summary()).isEqualTo("See this and that.");
  }

  @Test
  void htmlBodiesHaveExcerptsToo() {
    Content content = post.of("2024-01-01-a.html", "", "<p>One.</p><!--more--><p>Two.</p>");
    assertThat(content.excerptHtml()).isEqualTo("<p>One.</p>");
    assertThat(content.html()).isEqualTo("<p>One.</p><p>Two.</p>");
  }
}

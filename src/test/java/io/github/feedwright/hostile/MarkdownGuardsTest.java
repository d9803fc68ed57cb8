package io.github.feedwright.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.feedwright.content.Content;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts on which the Markdown parser works for minutes without reading a character. */
final class MarkdownGuardsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static Content rendered(String text) {
    return assertTimeoutPreemptively(
        SOON, () -> Invariants.content(Invariants.post("2014-01-01-a.md", text)));
  }

  @Test
  void listsThatBeginBehindTheBoxOfATaskAreCountedAsNested() {
    assertThat(rendered("- [ ]".repeat(25_000)).problems().toString())
        .contains(
            "the post is shown as plain text, because it nests quotes or lists deeper than 100"
                + " (limits.nesting); simplify or split it");
  }

  @Test
  void aTextOfTooManyLinesIsShownAsPlainText() {
    assertThat(rendered("\ta\n".repeat(300_000)).problems().toString())
        .contains(
            "the post is shown as plain text, because it has more than 20000 lines"
                + " (limits.lines); simplify or split it");
  }

  @Test
  void whatOnlyBeginsLikeAnAddressIsNotFollowedToTheEndOfTheText() {
    assertThat(rendered("http://((((".repeat(11_000)).html()).doesNotContain("<a ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*a*\n", "#a\n", "> *a*\n", "a &amp; b "})
  void aLongParagraphIsNoMoreWorkThanShortOnes(String part) {
    assertThat(rendered(part.repeat(15_000)).problems()).isEmpty();
  }
}

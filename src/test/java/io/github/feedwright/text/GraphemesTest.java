package io.github.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GraphemesTest {
  /** A family, flags, a skin tone, a keycap, marks, Hangul, Tamil, Devanagari, Thai. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66",
        "\ud83c\udde9\ud83c\uddea",
        "\ud83d\udc4d\ud83c\udffd",
        "1\ufe0f\u20e3",
        "e\u0301\u0323",
        "\u1112\u1161\u11ab",
        "\u0ba8\u0bbf",
        "\u0915\u094d\u0937\u093f",
        "\u0915\u094d\u200d\u0937",
        "\u0e01\u0e33",
      })
  void noGraphemeIsSplit(String grapheme) {
    String text = "a" + grapheme + "b";
    for (int end = 1; end <= text.length(); end++) {
      boolean isWhole = end > grapheme.length();
      int expected = isWhole ? end : 1;
      if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
        continue;
      }
      assertThat(Graphemes.edge(text, end)).as("%s", end).isEqualTo(expected);
    }
  }

  @Test
  void flagsAreCountedInPairs() {
    String flags = "\ud83c\udde9\ud83c\uddea".repeat(5);
    assertThat(Graphemes.edge(flags, 14)).isEqualTo(12);
  }

  @Test
  void aGraphemeWithoutEndIsCut() {
    String marks = "e" + "\u0301".repeat(1_000_000);
    long start = System.nanoTime();
    assertThat(Graphemes.edge(marks, 299)).isEqualTo(299);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }
}

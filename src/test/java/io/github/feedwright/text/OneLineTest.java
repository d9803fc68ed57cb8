package io.github.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text on one line. */
final class OneLineTest {
  @ParameterizedTest
  @ValueSource(strings = {"A", "Of an isle", "<b>Größe</b> ½", "日本語", "a\u00adb", ""})
  void wordsStayAsTheyAre(String text) {
    assertThat(OneLine.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "' a'",
    "'a '",
    "'a\u2029'",
    "'\u3000a'",
    "'a\u0007'",
    "'\ta\r\n'",
    "'\u00a0a\u1680'",
    "'\u202ea'",
  })
  void whatIsAroundWordsIsRemoved(String text) {
    assertThat(OneLine.of(text)).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a  b", "a\nb", "a \t b", "a\u00a0b", "a\u0085b", "a\u2028b", "a\fb"})
  void whiteSpaceIsOneBlank(String text) {
    assertThat(OneLine.of(text)).isEqualTo("a b");
  }

  @Test
  void aPairOfDirectionsStays() {
    assertThat(OneLine.of("\u2067a\u2069 \u202bb")).isEqualTo("\u2067a\u2069 b");
  }
}

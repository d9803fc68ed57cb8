package io.github.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuotedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b           | 'a b'",
        "'a \t\n b\n'  | 'a b'",
        "'a\u2028b'    | 'a b'",
        "'a\u202eb'    | 'ab'",
        "'a\u0000b'    | 'ab'",
      })
  void aValueStandsOnOneLine(String value, String shown) {
    assertThat(Quoted.of(value)).isEqualTo("\"" + shown + "\"");
  }

  @Test
  void aLongValueIsCutBetweenCodePoints() {
    assertThat(Quoted.of("😀".repeat(60))).isEqualTo("\"" + "😀".repeat(60) + "\"");
    assertThat(Quoted.of("😀".repeat(61))).isEqualTo("\"" + "😀".repeat(60) + "…\"");
    assertThat(Quoted.shortened(" ".repeat(5000) + "a")).isEqualTo("…");
  }

  @Test
  void aHugeValueCostsNothing() {
    String huge = " ".repeat(10 << 20);
    Assertions.assertTimeout(
        Duration.ofSeconds(2), () -> assertThat(Quoted.of(huge)).isEqualTo("\"…\""));
  }
}

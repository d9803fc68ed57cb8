package io.github.feedwright.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 5.6.7. */
final class HttpDateTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:37 GMT     | 1994-11-06T08:49:37Z",
        "Sunday, 06-Nov-94 08:49:37 GMT    | 1994-11-06T08:49:37Z",
        "Sun Nov  6 08:49:37 1994          | 1994-11-06T08:49:37Z",
        "Wed Nov 16 08:49:37 1994          | 1994-11-16T08:49:37Z",
        "Tuesday, 06-Nov-75 08:49:37 GMT   | 2075-11-06T08:49:37Z",
        "Saturday, 06-Nov-76 08:49:37 GMT  | 1976-11-06T08:49:37Z",
        "Sat, 29 Feb 2020 00:00:00 GMT     | 2020-02-29T00:00:00Z",
      })
  void threeFormsAreRead(String value, Instant expected) {
    assertThat(HttpDate.parse(value, NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "0",
        "1772600767",
        "2026-03-04T05:06:07Z",
        "Mon, 30 Feb 2026 00:00:00 GMT",
        "Sun, 06 Nov 1994 08:49:37 +0100",
        "Sun, 06 Nov 1994 25:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
      })
  void whatIsNoDateIsNone(String value) {
    @Nullable Instant parsed = HttpDate.parse(value, NOW);
    assertThat(parsed).isNull();
  }
}

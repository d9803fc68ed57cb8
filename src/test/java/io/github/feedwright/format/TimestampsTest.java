package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-02-09T10:00:00Z            | Fri, 09 Feb 2024 10:00:00 +0000 | 2024-02-09T10:00:00Z
          2024-09-01T00:00:00-03:30       | Sun, 01 Sep 2024 00:00:00 -0330 | 2024-09-01T00:00:00-03:30
          2024-02-09T10:00:00.5+02:00     | Fri, 09 Feb 2024 10:00:00 +0200 | 2024-02-09T10:00:00.5+02:00
          2024-02-09T10:00:00.001+02:00   | Fri, 09 Feb 2024 10:00:00 +0200 | 2024-02-09T10:00:00.001+02:00
          2024-02-09T10:00:00+05:45       | Fri, 09 Feb 2024 04:15:00 +0000 | 2024-02-09T10:00:00+05:45
          2024-02-09T10:00:00+00:19:32    | Fri, 09 Feb 2024 09:40:28 +0000 | 2024-02-09T09:40:28Z
          0999-12-31T23:59:59Z            | Tue, 31 Dec 0999 23:59:59 +0000 | 0999-12-31T23:59:59Z
          """)
  void aDateKeepsItsOffsetWhereTheNotationCanHoldIt(
      OffsetDateTime date, String rfc822, String rfc3339) {
    assertThat(Timestamps.rfc822(date)).isEqualTo(rfc822);
    assertThat(Timestamps.rfc3339(date)).isEqualTo(rfc3339);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2013-07-25T09:08:38+02:00",
        "2013-07-25T09:08:38.5+02:00",
        "2013-07-25T09:08:38.123Z"
      })
  void manyEntriesOfOneMomentDifferByLessThanAMillisecond(OffsetDateTime moment) {
    List<OffsetDateTime> told =
        IntStream.range(0, 100)
            .mapToObj(i -> Timestamps.distinct(moment, "tag:blog.example.org,2013:post-" + i))
            .toList();
    assertThat(told)
        .doesNotHaveDuplicates()
        .allSatisfy(
            each -> {
              assertThat(each).isAfter(moment);
              assertThat(each.truncatedTo(ChronoUnit.MILLIS)).isEqualTo(moment);
            });
  }

  @Test
  void aFractionFinerThanAMillisecondStaysAsItsAuthorWroteIt() {
    OffsetDateTime date = OffsetDateTime.parse("2013-07-25T09:08:38.25001Z");
    assertThat(Timestamps.distinct(date, "tag:blog.example.org,2013:one")).isEqualTo(date);
  }
}

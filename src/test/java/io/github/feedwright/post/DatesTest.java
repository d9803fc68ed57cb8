package io.github.feedwright.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dates of a post with the date of a commit. */
final class DatesTest {
  private static final OffsetDateTime PUBLISHED = OffsetDateTime.parse("2020-02-02T10:00:00+01:00");
  private static final OffsetDateTime LATER = OffsetDateTime.parse("2020-03-03T10:00:00-03:30");

  @Test
  void aLaterCommitIsTheChangeWithItsOffset() {
    assertThat(new Dates(PUBLISHED, null).committed(LATER)).isEqualTo(new Dates(PUBLISHED, LATER));
  }

  /** The last one has a later time of day, but in another zone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-01-01T00:00:00Z",
        "2020-02-02T09:59:59+01:00",
        "2020-02-02T10:00:00+01:00",
        "2020-02-02T11:30:00+05:00"
      })
  void aCommitThatIsNotLaterThanThePostIsNoChange(String commit) {
    Dates dates = new Dates(PUBLISHED, null);
    assertThat(dates.committed(OffsetDateTime.parse(commit))).isEqualTo(dates);
  }

  @Test
  void whatTheAuthorSaysCountsBeforeACommit() {
    Dates dates = new Dates(PUBLISHED, PUBLISHED.plusDays(1));
    assertThat(dates.committed(LATER)).isEqualTo(dates);
  }

  @Test
  void aChangeThatIsYetToComeIsNone() {
    Dates dates = new Dates(PUBLISHED, LATER);
    assertThat(dates.at(LATER.toInstant())).isEqualTo(dates);
    assertThat(dates.at(LATER.toInstant().minusMillis(1))).isEqualTo(new Dates(PUBLISHED, null));
  }
}

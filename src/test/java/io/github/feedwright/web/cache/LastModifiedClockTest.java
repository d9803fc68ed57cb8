package io.github.feedwright.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LastModifiedClockTest {
  private static final Instant NOW = Instant.parse("2030-05-05T12:00:00.5Z");
  private static final Instant SECOND = Instant.parse("2030-05-05T12:00:00Z");

  private final LastModifiedClock clock = new LastModifiedClock();

  @Test
  void pathsThatAreNotServedAnyMoreAreForgotten() {
    for (int number = 0; number < 10_000; number++) {
      String path = "/" + number;
      clock.since(path, "one", NOW.plusSeconds(number));
      clock.forgetUnserved(path::equals, 1);
      assertThat(clock.size()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void whatIsServedIsNotForgotten() {
    clock.since("/a", "one", NOW);
    assertThat(clock.since("/a", "two", NOW)).isEqualTo(SECOND.plusSeconds(1));
    for (int number = 0; number < 100; number++) {
      clock.since("/" + number, "one", NOW);
    }
    clock.forgetUnserved("/a"::equals, 1);
    assertThat(clock.size()).isEqualTo(1);
    assertThat(clock.since("/a", "two", NOW)).isEqualTo(SECOND.plusSeconds(1));
    assertThat(clock.since("/a", "three", NOW)).isEqualTo(SECOND.plusSeconds(2));
  }

  /** Else a reader that sends only the date would be told that nothing has changed. */
  @Test
  void aPathThatWasForgottenComesBackInALaterSecond() {
    clock.since("/a", "one", NOW);
    clock.since("/a", "two", NOW);
    clock.since("/b", "one", NOW.minusSeconds(5));
    clock.since("/c", "one", NOW.minusSeconds(5));
    clock.forgetUnserved("/b"::equals, 1);
    assertThat(clock.size()).isEqualTo(1);
    assertThat(clock.since("/a", "three", NOW.minusSeconds(60))).isEqualTo(SECOND.plusSeconds(2));
    assertThat(clock.since("/a", "four", NOW.plusSeconds(9))).isEqualTo(SECOND.plusSeconds(9));
  }
}

package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private final Backoff backoff = new Backoff();

  @Test
  void whatGoesWrongAgainIsTriedLaterEachTimeButAtLeastTwiceAMinute() {
    List<Long> waits = Stream.generate(backoff::lengthen).limit(9).map(Duration::toMillis).toList();
    assertThat(waits)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
    assertThat(backoff.mayTry()).isFalse();
  }

  @Test
  void aSuccessResetsTheDelay() {
    backoff.lengthen();
    backoff.lengthen();
    backoff.reset();
    assertThat(backoff.mayTry()).isTrue();
    assertThat(backoff.lengthen()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void nothingIsTriedBeforeTheWaitIsOver() {
    assertThat(backoff.mayTry()).isTrue();
    long before = System.nanoTime();
    Duration wait = backoff.lengthen();
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(backoff::mayTry);
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(wait.toNanos());
  }
}

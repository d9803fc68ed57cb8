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
    List<Long> waits = Stream.generate(backoff::failed).limit(9).map(Duration::toMillis).toList();
    assertThat(waits)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
    assertThat(backoff.mayTry()).isFalse();
  }

  @Test
  void aSuccessResetsTheDelay() {
    backoff.failed();
    backoff.failed();
    backoff.succeeded();
    assertThat(backoff.mayTry()).isTrue();
    assertThat(backoff.failed()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void nothingIsTriedBeforeTheWaitIsOver() {
    assertThat(backoff.mayTry()).isTrue();
    long before = System.nanoTime();
    Duration wait = backoff.failed();
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(backoff::mayTry);
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(wait.toNanos());
  }
}

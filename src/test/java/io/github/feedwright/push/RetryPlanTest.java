package io.github.feedwright.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryPlanTest {
  @Test
  void theWaitsGrowToTwelveHours() {
    assertThat(IntStream.range(0, 9).mapToObj(each -> RetryPlan.after(each).toMinutes()))
        .containsExactly(1L, 5L, 15L, 60L, 180L, 360L, 720L, 720L, 720L);
  }
}

package io.github.feedwright.push;

import java.time.Duration;
import java.util.List;

/** When to try again what failed: at growing intervals for a day, then twice a day. */
final class RetryPlan {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12));

  private RetryPlan() {}

  /** How long to wait after so many failures before this one. */
  static Duration after(int failures) {
    return WAITS.get(Math.min(failures, WAITS.size() - 1));
  }
}

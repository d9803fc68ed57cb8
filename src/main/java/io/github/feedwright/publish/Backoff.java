package io.github.feedwright.publish;

import io.github.feedwright.thread.PublishingThread;
import java.time.Duration;

/**
 * When to try again after a failure: later each time, so that a lasting failure does not cause a
 * busy loop.
 */
@PublishingThread
final class Backoff {
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Duration delay = SHORTEST;
  private long until = System.nanoTime();

  /** Something failed; returns how long to wait now. */
  Duration lengthen() {
    Duration wait = delay;
    until = System.nanoTime() + wait.toNanos();
    delay = delay.multipliedBy(2).compareTo(LONGEST) < 0 ? delay.multipliedBy(2) : LONGEST;
    return wait;
  }

  /** Something succeeded: the wait is over. */
  void reset() {
    delay = SHORTEST;
    until = System.nanoTime();
  }

  /** Whether the wait is over. */
  boolean mayTry() {
    return System.nanoTime() - until >= 0;
  }
}

package io.github.feedwright.publish;

import java.time.Duration;

/**
 * When to try again what went wrong: later each time, or what is out of reach is asked for hotly.
 */
final class Backoff {
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Duration delay = SHORTEST;
  private long until = System.nanoTime();

  /** It went wrong once more: how long to wait now. */
  Duration another() {
    Duration wait = delay;
    until = System.nanoTime() + wait.toNanos();
    delay = delay.multipliedBy(2).compareTo(LONGEST) < 0 ? delay.multipliedBy(2) : LONGEST;
    return wait;
  }

  /** It went well. */
  void end() {
    delay = SHORTEST;
    until = System.nanoTime();
  }

  /** Whether the waiting is over. */
  boolean mayTry() {
    return System.nanoTime() - until >= 0;
  }
}

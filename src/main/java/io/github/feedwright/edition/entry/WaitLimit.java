package io.github.feedwright.edition.entry;

import java.time.Duration;

/**
 * For how long to wait for posts that are rendered.
 *
 * @param whole for how long at most
 * @param pause for how long where no post becomes ready: the rest are slow, each by itself
 */
public record WaitLimit(Duration whole, Duration pause) {
  /** The same however many become ready. */
  public static WaitLimit of(Duration whole) {
    return new WaitLimit(whole, whole);
  }

  /**
   * What is left of it.
   *
   * @param begun when the waiting began, as of {@link System#nanoTime}
   * @param ready when a post last became ready
   */
  Duration left(long begun, long ready) {
    long now = System.nanoTime();
    long left = Math.min(whole.toNanos() - (now - begun), pause.toNanos() - (now - ready));
    return Duration.ofNanos(Math.max(0, left));
  }
}

package io.github.feedwright.edition.entry;

import java.time.Duration;

/**
 * How long to wait for posts that are being rendered.
 *
 * @param whole the maximum
 * @param pause the maximum if no post becomes ready: then each of the rest is slow by itself
 */
public record WaitLimit(Duration whole, Duration pause) {
  /** A limit that does not depend on whether posts become ready. */
  public static WaitLimit of(Duration whole) {
    return new WaitLimit(whole, whole);
  }

  /**
   * What is left of it.
   *
   * @param begun when the waiting began, from {@link System#nanoTime}
   * @param ready when a post last became ready
   */
  Duration left(long begun, long ready) {
    long now = System.nanoTime();
    long left = Math.min(whole.toNanos() - (now - begun), pause.toNanos() - (now - ready));
    return Duration.ofNanos(Math.max(0, left));
  }
}

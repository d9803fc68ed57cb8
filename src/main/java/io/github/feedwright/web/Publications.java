package io.github.feedwright.web;

import java.time.Duration;

/**
 * What this process has published so far.
 *
 * @param count how often a snapshot was replaced
 * @param time in all, from when a change was noticed until its snapshot was served
 */
public record Publications(long count, Duration time) {
  /** Nothing yet. */
  public static final Publications NONE = new Publications(0, Duration.ZERO);

  /** One more, which took this long. */
  public Publications and(Duration more) {
    return new Publications(count + 1, time.plus(more));
  }
}

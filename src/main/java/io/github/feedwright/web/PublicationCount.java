package io.github.feedwright.web;

import java.time.Duration;

/**
 * What this process has published so far.
 *
 * @param count how often a snapshot was replaced
 * @param time in all, from when a change was noticed until its snapshot was served
 */
public record PublicationCount(long count, Duration time) {
  /** Nothing yet. */
  public static final PublicationCount NONE = new PublicationCount(0, Duration.ZERO);

  /** One more, which took this long. */
  public PublicationCount and(Duration more) {
    return new PublicationCount(count + 1, time.plus(more));
  }
}

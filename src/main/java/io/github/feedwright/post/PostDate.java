package io.github.feedwright.post;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A moment as an author wrote it.
 *
 * @param time the moment, with the author's offset
 * @param secondsGiven whether the author wrote the seconds; where not, they are 0
 */
public record PostDate(OffsetDateTime time, boolean secondsGiven) {
  /** The moment on the common time line. */
  public Instant instant() {
    return time.toInstant();
  }
}

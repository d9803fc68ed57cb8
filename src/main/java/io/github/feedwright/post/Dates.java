package io.github.feedwright.post;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a post was written.
 *
 * @param published when it was first published, with the author's offset
 * @param modified when it last changed, as its author says, or null
 */
public record Dates(OffsetDateTime published, @Nullable OffsetDateTime modified) {
  /** When readers are told that it last changed: never the current time, nor that of a file. */
  public OffsetDateTime updated() {
    return modified == null ? published : modified;
  }

  /** As they are with the date of a commit: what the author says counts first. */
  Dates committed(OffsetDateTime date) {
    boolean isLater = date.toInstant().isAfter(published.toInstant());
    return modified == null && isLater ? new Dates(published, date) : this;
  }

  /** As they are at the given instant: a change in the future does not count. */
  Dates at(Instant now) {
    return modified == null || !modified.toInstant().isAfter(now)
        ? this
        : new Dates(published, null);
  }
}

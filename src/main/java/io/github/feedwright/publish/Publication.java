package io.github.feedwright.publish;

import org.jspecify.annotations.Nullable;

/** What a server needs to know of the publisher. */
public interface Publication {
  /** What is served now, or null before the first snapshot. */
  @Nullable Snapshot snapshot();

  /** How the publisher is. */
  Health health();
}

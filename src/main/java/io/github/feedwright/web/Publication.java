package io.github.feedwright.web;

import io.github.feedwright.settings.HttpSettings;
import org.jspecify.annotations.Nullable;

/** What a server needs to know of the publisher. */
public interface Publication {
  /** What is served now, or null before the first snapshot. */
  @Nullable Snapshot snapshot();

  /** How what is served is to be served now; host and port are those of the next start. */
  HttpSettings http();

  /** How the publisher is. */
  Health health();
}

package io.github.feedwright.web;

import io.github.feedwright.settings.HttpSettings;
import org.jspecify.annotations.Nullable;

/** What a server needs to know about the publisher. */
public interface Publication {
  /** The current snapshot, or null before the first one. */
  @Nullable Snapshot snapshot();

  /** The current settings of HTTP; host and port take effect at the next start. */
  HttpSettings http();

  /** What was published so far. */
  PublicationCount publications();

  /** The state of the publisher. */
  Health health();
}

package io.github.feedwright.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Which folders were looked into a moment ago: once for all the files that come together, not for
 * every picture of thousands. What comes later is an event of its own.
 */
final class FolderDebounce {
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Set<String> folders = new HashSet<>();
  private Instant since = Instant.EPOCH;

  /** Whether nobody has looked into a folder in this moment. */
  boolean isNew(String folder, Instant now) {
    if (Duration.between(since, now).abs().compareTo(MOMENT) > 0) {
      folders.clear();
      since = now;
    }
    return folders.add(folder);
  }
}

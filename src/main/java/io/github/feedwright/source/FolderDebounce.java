package io.github.feedwright.source;

import io.github.feedwright.thread.PublishingThread;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The folders that were listed a moment ago, so that a folder is listed once for all files that
 * arrive together, not for every picture of thousands. A file that comes later has its own event.
 */
@PublishingThread
public final class FolderDebounce {
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Set<String> folders = new HashSet<>();
  private Instant since = Instant.EPOCH;

  /** A folder is about to be listed; returns false if it was listed a moment ago. */
  public boolean add(String folder, Instant now) {
    if (Duration.between(since, now).abs().compareTo(MOMENT) > 0) {
      folders.clear();
      since = now;
    }
    return folders.add(folder);
  }
}

package io.github.feedwright.publish;

import io.github.feedwright.edition.Pipeline;
import io.github.feedwright.thread.PublishingThread;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long posts wait for the directory to settle: until a scan finds no change, but not longer
 * than ten seconds, because some directories never do.
 */
@PublishingThread
final class SettlingWait {
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private @Nullable Instant since;

  /**
   * Asks for a scan of the directory if posts wait.
   *
   * @param hasScanned whether it was scanned just now, so that no other scan is coming
   */
  void begin(SiteRuntime runtime, boolean hasScanned, Instant now) {
    boolean isWaiting = runtime.pipeline().continuity().waitsForSettling();
    if (isWaiting && (hasScanned || since == null)) {
      runtime.scanner().scheduleScan(QUIET);
    }
    if (!isWaiting || since == null) {
      since = isWaiting ? now : null;
    }
  }

  /**
   * Ends the wait if it was long enough.
   *
   * @param isSettled whether a scan has found that nothing changes any more
   * @return whether posts that have waited may be published now
   */
  boolean end(Pipeline pipeline, boolean isSettled, Instant now) {
    boolean isLong = since != null && Duration.between(since, now).compareTo(LONGEST) >= 0;
    boolean isOver = pipeline.continuity().waitsForSettling() && (isSettled || isLong);
    if (isOver) {
      pipeline.continuity().settled();
      since = null;
    }
    return isOver;
  }
}

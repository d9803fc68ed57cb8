package io.github.feedwright.publish;

import io.github.feedwright.edition.continuity.Continuity;
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
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private @Nullable Instant since;

  /** Asks for a scan of the directory if posts wait for it. */
  void begin(SiteRuntime runtime, Instant now) {
    boolean isWaiting = runtime.pipeline().continuity().waitsForSettling();
    if (isWaiting || runtime.ingester().awaitsScan()) {
      runtime.scanner().scanSoon();
    }
    if (!isWaiting || since == null) {
      since = isWaiting ? now : null;
    }
  }

  /**
   * Ends the wait if it was long enough.
   *
   * @param isUnchanged whether a scan has found nothing new
   * @return whether posts that have waited may be published now
   */
  boolean end(SiteRuntime runtime, boolean isUnchanged, Instant now) {
    boolean isLong = since != null && Duration.between(since, now).compareTo(LONGEST) >= 0;
    boolean isSettled = isUnchanged && runtime.ingester().isSettled();
    Continuity continuity = runtime.pipeline().continuity();
    boolean isOver = continuity.waitsForSettling() && (isSettled || isLong);
    if (isOver) {
      continuity.markSettled();
      since = null;
    }
    return isOver;
  }
}

package io.github.feedwright.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether changes are noticed immediately.
 *
 * @param trouble why some are noticed only by a scan, as part of a sentence, or null
 * @param scan how often there is a scan
 */
public record WatchState(@Nullable String trouble, Duration scan) {

  /** Whether some changes are noticed only by a scan. */
  public boolean isDegraded() {
    return trouble != null;
  }

  /** {@code watching}, or {@code degraded: polling every 30 s because …}. */
  public String text() {
    return trouble == null
        ? "watching"
        : "degraded: polling every %s because %s".formatted(seconds(), trouble);
  }

  private String seconds() {
    return scan.toMillisPart() == 0 ? scan.toSeconds() + " s" : scan.toMillis() + " ms";
  }
}

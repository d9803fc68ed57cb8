package io.github.feedwright.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The second in which this process first had the current bytes of each path, for {@code
 * Last-Modified}. It never goes backwards, and two versions of one path never have the same second:
 * the later one gets the next second (RFC 9110, section 8.8.2.1).
 */
public final class LastModifiedClock {
  private record Stamp(Object version, Instant second) {}

  private final ConcurrentHashMap<String, Stamp> lastModifiedClock = new ConcurrentHashMap<>();

  /**
   * The second of these bytes, which the process has had at least since the given instant.
   *
   * @param version what identifies these bytes at the path: a tag, or a file as it is listed
   */
  Instant since(String path, Object version, Instant instant) {
    Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
    return lastModifiedClock
        .merge(
            path,
            new Stamp(version, second),
            (old, now) -> old.version().equals(version) ? old : later(old, now))
        .second();
  }

  private static Stamp later(Stamp old, Stamp now) {
    return now.second().isAfter(old.second())
        ? now
        : new Stamp(now.version(), old.second().plusSeconds(1));
  }
}

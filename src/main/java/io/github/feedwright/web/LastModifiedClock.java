package io.github.feedwright.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The second in which this process first had the bytes of each path: what {@code Last-Modified}
 * tells. It never goes backwards, and two versions of one path never share a second: the later
 * takes the next (RFC 9110, section 8.8.2.1).
 */
public final class LastModifiedClock {
  private record Stamp(Object version, Instant second) {}

  private final ConcurrentHashMap<String, Stamp> lastModifiedClock = new ConcurrentHashMap<>();

  /**
   * The second of these bytes, which the process has had since the given instant at the latest.
   *
   * @param version what tells these bytes from others at the path: a tag, a file as it is listed
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

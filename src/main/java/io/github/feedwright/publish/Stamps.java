package io.github.feedwright.publish;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The second in which this process first had the bytes of each path: what {@code Last-Modified}
 * tells. It never goes backwards, and two versions of one path never share a second: the later
 * takes the next (RFC 9110, section 8.8.2.1).
 */
final class Stamps {
  private record Stamp(EntityTag tag, Instant second) {}

  private final ConcurrentHashMap<String, Stamp> stamps = new ConcurrentHashMap<>();

  /** The second of these bytes, which the process has had since the given instant at the latest. */
  Instant since(String path, EntityTag tag, Instant instant) {
    Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
    return stamps
        .merge(
            path,
            new Stamp(tag, second),
            (old, now) -> old.tag().equals(tag) ? old : later(old, now))
        .second();
  }

  private static Stamp later(Stamp old, Stamp now) {
    return now.second().isAfter(old.second())
        ? now
        : new Stamp(now.tag(), old.second().plusSeconds(1));
  }
}

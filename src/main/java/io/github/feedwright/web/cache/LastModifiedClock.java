package io.github.feedwright.web.cache;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The second in which this process first had the current bytes of each path, for {@code
 * Last-Modified}. It never goes backwards, and two versions of one path never have the same second:
 * the later one gets the next second (RFC 9110, section 8.8.2.1).
 *
 * <p>Threads: {@code publish}, {@code reload} and {@code worker}.
 */
public final class LastModifiedClock {
  private record FirstSeen(Object version, Instant second) {}

  private final ConcurrentHashMap<String, FirstSeen> known = new ConcurrentHashMap<>();

  /** A second that is later than those of all paths that were forgotten: they may come back. */
  private volatile Instant earliest = Instant.MIN;

  /**
   * The second of these bytes, which the process has had at least since the given instant.
   *
   * @param version what identifies these bytes at the path: a tag, or a file as it is listed
   */
  Instant since(String path, Object version, Instant instant) {
    Instant second = later(instant.truncatedTo(ChronoUnit.SECONDS), earliest);
    return known
        .merge(
            path,
            new FirstSeen(version, second),
            (old, now) ->
                old.version().equals(version)
                    ? old
                    : new FirstSeen(version, later(now.second(), old.second().plusSeconds(1))))
        .second();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * Forgets the paths that are not served any more, once they are as many as those that are.
   *
   * @param served how many paths are served
   */
  void forgetUnserved(Predicate<String> isServed, int served) {
    if (known.size() <= 2 * served) {
      return;
    }
    known.forEach(
        (path, seen) -> {
          if (!isServed.test(path)) {
            earliest = later(earliest, seen.second().plusSeconds(1));
          }
        });
    known.keySet().removeIf(isServed.negate());
  }

  /** How many paths it knows. */
  public int size() {
    return known.size();
  }
}

package io.github.feedwright.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which commits count as a change of a post.
 *
 * @param isPost whether a file, below the posts directory, may be a post
 * @param first whether the commit that added a post counts too
 * @param most how many posts a commit may change; a commit that changes more is usually about their
 *     format
 * @param ignored ids of commits that do not count
 * @param now dates more than ten minutes ahead of it do not count
 */
record CommitRule(
    Predicate<String> isPost, boolean first, int most, Set<String> ignored, Instant now) {
  /** Git did not exist before this: such a date was never set. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final Duration AHEAD = Duration.ofMinutes(10);

  CommitRule {
    ignored = Set.copyOf(ignored);
  }

  static boolean isPossible(Instant date) {
    return !date.isBefore(EARLIEST);
  }

  /** From when on a date counts. */
  static Instant credibleFrom(Instant date) {
    return date.minus(AHEAD);
  }
}

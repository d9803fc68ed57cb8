package io.github.feedwright.edition.continuity;

/**
 * How many entries of one feed may come back together without somebody's confirmation: at most
 * {@code guard.entries}, and at most a fifth of a feed of ten entries or more.
 *
 * @param entries {@code guard.entries}
 */
record SurgeLimit(int entries) {
  private static final int PERCENT = 20;
  private static final int SHORTEST = 10;

  /**
   * Whether so many are too many.
   *
   * @param count how many entries would come back
   * @param size how many entries the feed shows
   */
  boolean isOver(int count, int size) {
    return count > entries || (size >= SHORTEST && 100 * count > PERCENT * size && count > 0);
  }
}

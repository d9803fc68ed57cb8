package io.github.feedwright.edition.continuity;

/**
 * How many entries of a feed may come back at once without asking.
 *
 * @param entries at most so many, whatever the feed's length
 */
record SurgeLimit(int entries) {
  private static final int PERCENT = 20;
  private static final int SHORTEST = 10;

  /**
   * Whether they are too many.
   *
   * @param size how many entries the feed shows
   */
  boolean isOver(int count, int size) {
    return count > entries || (size >= SHORTEST && 100 * count > PERCENT * size && count > 0);
  }
}

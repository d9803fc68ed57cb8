package io.github.feedwright.content;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * How much work one post may be: a count, not a clock, so that a post that fails here fails on
 * every machine and replicas agree. The deadline behind it is a backstop only.
 */
final class Budget {
  /** Real posts read each character some 30 times; a table-ridden one 60. */
  private static final long PER_CHARACTER = 400;

  private static final long AT_LEAST = 2_000_000;

  /** Some two seconds of one core at the slowest, which is what regular expressions read at. */
  private static final long AT_MOST = 48_000_000;

  private static final long BETWEEN_LOOKS = 1 << 16;

  private final AtomicLong left;
  private final BooleanSupplier expired;

  /**
   * A budget for a text.
   *
   * @param length the text's length in characters
   * @param expired whether the caller's deadline has passed
   */
  Budget(int length, BooleanSupplier expired) {
    this.left = new AtomicLong(Math.min(AT_LEAST + PER_CHARACTER * length, AT_MOST));
    this.expired = expired;
  }

  /**
   * Takes from the budget.
   *
   * @throws TooCostly where nothing is left
   */
  void spend(long work) {
    // A plain read and write: one thread has one budget, and this is the innermost loop.
    long before = left.getPlain();
    long after = before - work;
    left.setPlain(after);
    if (after < 0) {
      throw new TooCostly("its Markdown takes too long to read");
    }
    if ((before ^ after) >= BETWEEN_LOOKS) {
      look();
    }
  }

  /**
   * Looks at the deadline.
   *
   * @throws TooCostly where it has passed
   */
  void look() {
    if (expired.getAsBoolean()) {
      throw new TooCostly("it took too long to render");
    }
  }
}

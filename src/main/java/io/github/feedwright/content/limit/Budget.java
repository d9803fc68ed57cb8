package io.github.feedwright.content.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * How much work one post may take. It is a count, not a clock, so that a post fails on every
 * machine or on none, and replicas agree. The deadline is only a backstop.
 *
 * <p>Threads: only the one that renders the post, such as {@code render}; what is left is atomic
 * because fields of this package are final.
 */
public final class Budget {
  /**
   * One second of one core at the slowest rate, that of regular expressions. In 1,184 real posts,
   * half have each character read 23 times, one in ten 38 times, and none of those over 10,000
   * characters more than 65 times. With two seconds, each character of the largest allowed post may
   * be read 45 times.
   */
  private static final long EACH_SECOND = 24_000_000;

  private static final long BETWEEN_CHECKS = 1 << 16;

  private final AtomicLong left;
  private final BooleanSupplier expired;

  /**
   * A budget for a post.
   *
   * @param render how much work is allowed, as time of a core of 2020
   * @param expired whether the caller's deadline has passed
   */
  public Budget(Duration render, BooleanSupplier expired) {
    this.left = new AtomicLong(EACH_SECOND * render.toMillis() / 1000);
    this.expired = expired;
  }

  /**
   * Spends from the budget.
   *
   * @throws TooCostly if nothing is left
   */
  public void spend(long work) {
    // A plain read and write: only one thread uses a budget, and this is the innermost loop.
    long before = left.getPlain();
    long after = before - work;
    left.setPlain(after);
    if (after < 0) {
      throw new TooCostly("it takes too much work to read (limits.render)");
    }
    if ((before ^ after) >= BETWEEN_CHECKS) {
      checkDeadline();
    }
  }

  /**
   * Checks the deadline.
   *
   * @throws TooCostly if it has passed
   */
  public void checkDeadline() {
    if (expired.getAsBoolean()) {
      throw new TooCostly("it took too long to render (limits.render)");
    }
  }
}

package io.github.feedwright.edition.entry;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * For how long a thread may work. Not how long that takes: on a busy machine a post would fail that
 * is rendered on an idle one, and replicas would disagree.
 */
public final class CpuTime implements BooleanSupplier {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long end;
  private boolean isUsedUp;

  private CpuTime(long end) {
    this.end = end;
  }

  /** So much of the calling thread, from now on; that thread alone may ask for it. */
  public static CpuTime of(Duration limit) {
    return new CpuTime(now() + limit.toNanos());
  }

  /** Whether the thread has worked for longer by now. */
  @Override
  public boolean getAsBoolean() {
    isUsedUp |= now() > end;
    return isUsedUp;
  }

  /** Whether somebody asked, and was told that it is over. */
  boolean isUsedUp() {
    return isUsedUp;
  }

  private static long now() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}

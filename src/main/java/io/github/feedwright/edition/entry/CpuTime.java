package io.github.feedwright.edition.entry;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How much processor time a thread may use. Elapsed time would not do: a post would fail on a busy
 * machine but not on an idle one, and replicas would disagree.
 */
public final class CpuTime implements BooleanSupplier {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long end;
  private boolean isUsedUp;

  private CpuTime(long end) {
    this.end = end;
  }

  /** A limit on the calling thread, from now on; only that thread may check it. */
  public static CpuTime of(Duration limit) {
    return new CpuTime(now() + limit.toNanos());
  }

  /** Whether the thread has used more than that. */
  @Override
  public boolean getAsBoolean() {
    isUsedUp |= now() > end;
    return isUsedUp;
  }

  /** Whether a check has found the time used up. */
  public boolean isUsedUp() {
    return isUsedUp;
  }

  private static long now() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}

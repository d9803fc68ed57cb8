package io.github.feedwright.publish;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long a thread has worked. Not how long it took: on a busy machine a post would fail that is
 * rendered on an idle one, and replicas would disagree.
 */
final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuTime() {}

  /** Whether the calling thread has worked for longer than this from now on. */
  static BooleanSupplier isOver(Duration limit) {
    long end = now() + limit.toNanos();
    return () -> now() > end;
  }

  private static long now() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}

package io.github.feedwright.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads on which posts are rendered and pages are made. */
public final class Threads {
  /** Address space, not memory, until it is used: a deeply nested post may need this much. */
  private static final long STACK = 256L << 20;

  private Threads() {}

  /** The number of threads that can work at once. */
  public static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Daemon threads with one name prefix. */
  public static ExecutorService pool(String name, int size) {
    return Executors.newFixedThreadPool(size, named(name));
  }

  /** One such thread that runs the least task first. All its tasks must be comparable. */
  public static ExecutorService leastFirst(String name) {
    return new ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), named(name));
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), STACK);
      thread.setDaemon(true);
      return thread;
    };
  }
}

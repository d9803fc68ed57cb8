package io.github.feedwright.publish;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads on which posts are rendered and pages are made. */
final class Threads {
  /** Address space, not memory, until it is used: what a deeply nested post may need. */
  private static final long STACK = 256L << 20;

  private Threads() {}

  /** As many threads as can work at once. */
  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Threads of one name, which do not keep the program from ending. */
  static ExecutorService pool(String name, int size) {
    AtomicInteger count = new AtomicInteger();
    return Executors.newFixedThreadPool(
        size,
        task -> {
          Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), STACK);
          thread.setDaemon(true);
          return thread;
        });
  }
}

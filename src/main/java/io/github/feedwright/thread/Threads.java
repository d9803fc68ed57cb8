package io.github.feedwright.thread;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one place where threads are made, except those of libraries: Jetty's server and client, the
 * JDK's server of metrics, the pool of database connections. No thread that is made here keeps the
 * program from ending. The architecture document says what each may touch.
 *
 * <p>Threads: whichever hands a task to a pool, such as {@code publish}, makes its threads.
 */
public final class Threads {
  /** Address space, not memory, until it is used: what a deeply nested post may need. */
  private static final long DEEP_STACK = 256L << 20;

  private static final long USUAL_STACK = 0;

  private static final long IDLE_SECONDS = 10;

  private Threads() {}

  /** As many threads as can work at once. */
  public static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** A thread that has not started. */
  public static Thread thread(String name, Runnable task) {
    return thread(name, task, USUAL_STACK);
  }

  /** One thread that does what is due, in its order. */
  public static ScheduledExecutorService scheduler(String name) {
    return Executors.newSingleThreadScheduledExecutor(task -> thread(name, task));
  }

  /**
   * Up to {@code size} threads while there is work, each with a stack that is deep enough for any
   * post.
   */
  public static ExecutorService pool(String name, int size) {
    return pool(size, new LinkedBlockingQueue<>(), numbered(name, DEEP_STACK));
  }

  /**
   * Up to {@code size} threads while there is work, with the usual stack: none of it renders a
   * post.
   */
  public static ExecutorService whileBusy(String name, int size) {
    return pool(size, new LinkedBlockingQueue<>(), numbered(name, USUAL_STACK));
  }

  /**
   * One thread with a stack for any post, which runs the least task first. All that it is given
   * must be comparable.
   */
  public static ExecutorService leastFirst(String name) {
    return pool(1, new PriorityBlockingQueue<>(), numbered(name, DEEP_STACK));
  }

  private static ExecutorService pool(int size, BlockingQueue<Runnable> tasks, ThreadFactory made) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(size, size, IDLE_SECONDS, TimeUnit.SECONDS, tasks, made);
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static ThreadFactory numbered(String name, long stack) {
    AtomicInteger count = new AtomicInteger();
    return task -> thread(name + "-" + count.incrementAndGet(), task, stack);
  }

  private static Thread thread(String name, Runnable task, long stack) {
    Thread thread = new Thread(null, task, name, stack);
    thread.setDaemon(true);
    return thread;
  }
}

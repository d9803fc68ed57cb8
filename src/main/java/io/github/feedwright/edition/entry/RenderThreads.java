package io.github.feedwright.edition.entry;

import io.github.feedwright.thread.Threads;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that render posts. Each post gets a short turn. A post that needs more time, or finds
 * too little memory, starts again on a thread for such posts, which takes one at a time, the
 * smallest first. So any number of them delays the others only for their short turns, only one
 * takes much memory, and a post that is only long does not wait for those that are made to be slow.
 *
 * <p>Threads: {@code publish} and {@code reload} hand over posts, {@code render} and {@code
 * render-long} render them.
 */
public final class RenderThreads implements Executor, AutoCloseable {
  private final ExecutorService turns;
  private final ExecutorService longer = Threads.leastFirst("render-long");
  private final AtomicLong count = new AtomicLong();

  private record Longer(int size, long number, Runnable task)
      implements Runnable, Comparable<Longer> {
    private static final Comparator<Longer> ORDER =
        Comparator.comparingInt(Longer::size).thenComparingLong(Longer::number);

    @Override
    public void run() {
      task.run();
    }

    @Override
    public int compareTo(Longer other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Starts the threads.
   *
   * @param size how many posts are rendered at once
   */
  public RenderThreads(int size) {
    this.turns = Threads.pool("render", size);
  }

  /**
   * Renders something.
   *
   * @param size the size of the post, in characters
   * @param turn gives up after a short while and returns null
   * @param whole takes as long as it needs
   */
  <T> CompletableFuture<T> render(int size, Supplier<@Nullable T> turn, Supplier<T> whole) {
    return CompletableFuture.supplyAsync(() -> unlessMemoryIsShort(turn), turns)
        .thenCompose(
            done ->
                done == null
                    ? CompletableFuture.supplyAsync(whole, task -> later(size, task))
                    : CompletableFuture.completedFuture(done));
  }

  private static <T> @Nullable T unlessMemoryIsShort(Supplier<@Nullable T> turn) {
    try {
      return turn.get();
    } catch (OutOfMemoryError e) {
      return null;
    }
  }

  private void later(int size, Runnable task) {
    longer.execute(new Longer(size, count.incrementAndGet(), task));
  }

  /** Runs something that takes as long as it needs. */
  @Override
  public void execute(Runnable task) {
    turns.execute(task);
  }

  @Override
  public void close() {
    turns.shutdownNow();
    longer.shutdownNow();
  }
}

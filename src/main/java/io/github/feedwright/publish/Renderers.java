package io.github.feedwright.publish;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that render posts. Each post has a short turn; one that needs more begins anew on a
 * thread for such posts, so that any number of them holds up the others for their short turns only,
 * and no more than one of them takes its memory at a time.
 */
final class Renderers implements Executor, AutoCloseable {
  private final ExecutorService turns;
  private final ExecutorService longer = Threads.pool("render-long", 1);

  /**
   * Threads to render with.
   *
   * @param size how many posts have their turns at once
   */
  Renderers(int size) {
    this.turns = Threads.pool("render", size);
  }

  /**
   * Renders something.
   *
   * @param turn gives up after a short while, with null
   * @param whole takes as long as it takes
   */
  <T> CompletableFuture<T> render(Supplier<@Nullable T> turn, Supplier<T> whole) {
    return CompletableFuture.supplyAsync(turn, turns)
        .thenCompose(
            done ->
                done == null
                    ? CompletableFuture.supplyAsync(whole, longer)
                    : CompletableFuture.completedFuture(done));
  }

  /** Runs something that takes as long as it takes. */
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

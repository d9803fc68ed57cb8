package io.github.feedwright.publish;

import io.github.feedwright.intake.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The signals to the publishing thread, in their order.
 *
 * <p>Threads: every thread adds signals, {@code publish} takes them.
 */
final class SignalQueue {
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

  void add(Signal signal) {
    signals.add(signal);
  }

  boolean isEmpty() {
    return signals.isEmpty();
  }

  /** Whether the publishing thread is to stop, which it may not know yet. */
  boolean isStopping() {
    return signals.contains(new Signal.Stop());
  }

  /**
   * All signals since the last time.
   *
   * @param wait how long to wait for one; if none comes, there are none
   */
  List<Signal> next(Duration wait) {
    List<Signal> batch = new ArrayList<>();
    try {
      Signal signal = signals.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
      if (signal != null) {
        batch.add(signal);
        signals.drainTo(batch);
      }
    } catch (InterruptedException e) {
      batch.add(new Signal.Stop());
    }
    return batch;
  }
}

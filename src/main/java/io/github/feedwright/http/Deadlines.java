package io.github.feedwright.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.component.Graceful;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts connections that are never idle and never done: a head or an answer that moves byte by byte.
 * It looks at every connection now and then, so that a request pays nothing for it. When the server
 * stops, it closes those that ask for nothing, so that only answers in flight are waited for.
 */
final class Deadlines extends AbstractLifeCycle implements Connection.Listener, Graceful {
  /** A request that was sent before the stop has arrived by then. */
  private static final long GRACE_MILLIS = 200;

  private static final long STOPPING_LOOK_MILLIS = 20;

  private final Map<Connection, Progress> connections = new ConcurrentHashMap<>();
  private final Scheduler scheduler;
  private final long headNanos;
  private final long answerNanos;
  private final long leastRate;
  private final long lookMillis;
  private volatile boolean shutdown;

  Deadlines(Scheduler scheduler, Timeouts timeouts) {
    this.scheduler = scheduler;
    this.headNanos = timeouts.head().toNanos();
    this.answerNanos = timeouts.answer().toNanos();
    this.leastRate = timeouts.leastRate();
    Duration shorter =
        timeouts.head().compareTo(timeouts.answer()) < 0 ? timeouts.head() : timeouts.answer();
    this.lookMillis = Math.max(1, shorter.toMillis() / 10);
  }

  @Override
  public void onOpened(Connection connection) {
    connections.put(connection, new Progress(System.nanoTime()));
  }

  @Override
  public void onClosed(Connection connection) {
    connections.remove(connection);
  }

  @Override
  protected void doStart() {
    lookLater();
  }

  private void lookLater() {
    scheduler.schedule(this::look, lookMillis, TimeUnit.MILLISECONDS);
  }

  @Override
  public CompletableFuture<Void> shutdown() {
    shutdown = true;
    scheduler.schedule(this::closeIdle, GRACE_MILLIS, TimeUnit.MILLISECONDS);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  private void closeIdle() {
    connections.keySet().stream().filter(Deadlines::isReading).forEach(Connection::close);
    if (isRunning()) {
      scheduler.schedule(this::closeIdle, STOPPING_LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    if (shutdown || !isRunning()) {
      return;
    }
    long now = System.nanoTime();
    connections.forEach((connection, progress) -> look(connection, progress, now));
    lookLater();
  }

  private void look(Connection connection, Progress progress, long now) {
    progress.see(connection, isReading(connection), now);
    if (now - progress.answered > answerNanos + nanosFor(progress.sent())
        || now - progress.busy > headNanos) {
      connection.getEndPoint().close(new TimeoutException("took too long"));
    }
  }

  /** Whether it waits for a request, or for the rest of one. */
  private static boolean isReading(Connection connection) {
    return connection instanceof AbstractConnection each && each.getEndPoint().isFillInterested();
  }

  /** What a long answer takes an honest reader is no reason to cut it. */
  private long nanosFor(long bytes) {
    return TimeUnit.SECONDS.toNanos(bytes) / leastRate;
  }

  /** What was seen of a connection; only the one look that runs at a time touches it. */
  private static final class Progress {
    private long answers;
    private long bytes;
    private long bytesBefore;
    private long answered;
    private long busy;

    Progress(long opened) {
      this.answered = opened;
      this.busy = opened;
    }

    void see(Connection connection, boolean reading, long now) {
      long answersNow = connection.getMessagesOut();
      if (answersNow != answers) {
        answers = answersNow;
        answered = now;
        bytesBefore = bytes;
      }
      bytes = connection.getBytesOut();
      if (!reading || answered == now) {
        busy = now;
      }
    }

    /** The bytes of the current answer, and of those that came with it between two looks. */
    long sent() {
      return bytes - bytesBefore;
    }
  }
}

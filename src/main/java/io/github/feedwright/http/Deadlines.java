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
 * Closes connections that are never idle and never done: a request or a response that moves byte by
 * byte. It checks every connection now and then, so requests have no extra cost. When the server
 * stops, it closes idle connections, so that the stop waits only for responses in flight.
 *
 * <p>Threads: any of {@code http} opens and closes connections; the scheduler of {@code http}
 * checks them.
 */
final class Deadlines extends AbstractLifeCycle implements Connection.Listener, Graceful {
  /** After this time, a request that was sent before the stop has arrived. */
  private static final long GRACE_MILLIS = 200;

  private static final long STOPPING_CHECK_MILLIS = 20;

  private final Map<Connection, Progress> connections = new ConcurrentHashMap<>();
  private final Scheduler scheduler;
  private final long headNanos;
  private final long answerNanos;
  private final long leastRate;
  private final long checkMillis;
  private volatile boolean shutdown;

  Deadlines(Scheduler scheduler, Timeouts timeouts) {
    this.scheduler = scheduler;
    this.headNanos = timeouts.head().toNanos();
    this.answerNanos = timeouts.answer().toNanos();
    this.leastRate = timeouts.leastRate();
    Duration shorter =
        timeouts.head().compareTo(timeouts.answer()) < 0 ? timeouts.head() : timeouts.answer();
    this.checkMillis = Math.max(1, shorter.toMillis() / 10);
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
    checkLater();
  }

  private void checkLater() {
    scheduler.schedule(this::check, checkMillis, TimeUnit.MILLISECONDS);
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
      scheduler.schedule(this::closeIdle, STOPPING_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void check() {
    if (shutdown || !isRunning()) {
      return;
    }
    long now = System.nanoTime();
    connections.forEach((connection, progress) -> check(connection, progress, now));
    checkLater();
  }

  private void check(Connection connection, Progress progress, long now) {
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

  /** A long response gets the time that a slow but honest client needs. */
  private long nanosFor(long bytes) {
    return TimeUnit.SECONDS.toNanos(bytes) / leastRate;
  }

  /** What was seen of a connection; used only by the check, which never runs twice at once. */
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

    /**
     * The bytes of the current response, and of others that were sent between the same two checks.
     */
    long sent() {
      return bytes - bytesBefore;
    }
  }
}

package io.github.feedwright.push;

import io.github.feedwright.push.client.CheckedResolver.Lookup;
import io.github.feedwright.push.state.StateFailure;
import io.github.feedwright.push.topic.TopicPath;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.push.FeedChange;
import io.github.feedwright.web.push.FeedListener;
import io.github.feedwright.web.push.WebSubHub;
import io.github.feedwright.web.push.WebSubHub.HubAnswer;
import io.github.feedwright.web.push.WebSubHub.PushCounts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WebSub for the feeds of a server, whatever its configuration becomes: the hub, and pings to other
 * hubs. One thread decides everything; it never waits for another server, and ends with the last
 * hub.
 *
 * <p>Threads: {@code push} does the work, {@code publish} notifies it, {@code http} asks, {@code
 * main} starts it, {@code shutdown} stops it.
 */
public final class Push implements FeedListener, WebSubHub, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Push.class);
  private static final Duration IDLE = Duration.ofHours(1);
  private static final Duration SHORTEST_OUTAGE = Duration.ofSeconds(1);
  private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(5);

  /** For deliveries in flight, when the server stops. */
  private static final Duration STOP = Duration.ofSeconds(2);

  private final Clock clock;
  private final Lookup lookup;
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private final Deque<FeedChange> changes = new ArrayDeque<>();
  private @Nullable Session session;
  private @Nullable Settings settings;
  private Duration outage = Duration.ZERO;
  private long notBefore = System.nanoTime();
  private boolean stopped;
  private boolean isOff;
  private boolean isAsleep = true;
  private @Nullable Thread thread;
  private volatile @Nullable RequestReceiver receiver;
  private volatile @Nullable String path;
  private volatile @Nullable Session counted;

  private Push(Clock clock, Lookup lookup) {
    this.clock = clock;
    this.lookup = lookup;
  }

  /** Push that has nothing to do yet. */
  public static Push start(Clock clock) {
    return start(clock, Lookup.SYSTEM);
  }

  static Push start(Clock clock, Lookup lookup) {
    Push push = new Push(clock, lookup);
    push.wake();
    return push;
  }

  private synchronized void wake() {
    if (isAsleep) {
      Thread next = Threads.thread("push", this::run);
      next.start();
      isAsleep = false;
      thread = next;
    }
  }

  /** Without a hub there is nothing to do, and then there is no thread either. */
  private synchronized boolean sleepIfIdle() {
    isAsleep = isOff && changes.isEmpty() && events.isEmpty();
    return isAsleep;
  }

  /**
   * Opens what it needs for a configuration that has a hub, and waits for it. Without this call,
   * that happens at the first change, and a failure is only logged.
   *
   * @throws StateFailure if its database cannot be used
   */
  public void open(Settings settings) {
    try {
      CompletableFuture.runAsync(() -> configure(settings), events::add).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StateFailure failure ? failure : e;
    }
  }

  @Override
  public synchronized void changed(FeedChange change) {
    if (!isAsleep || !change.settings().hubs().isEmpty()) {
      events.add(() -> add(change));
      wake();
    }
  }

  /**
   * A change of all feeds replaces those before it: with their settings, nothing may be possible.
   */
  private void add(FeedChange change) {
    if (change.all()) {
      changes.clear();
      notBefore = System.nanoTime();
    }
    changes.add(change);
  }

  @Override
  public @Nullable String path() {
    return path;
  }

  @Override
  public HubAnswer accept(Map<String, List<String>> form) {
    RequestReceiver now = receiver;
    return now == null ? WebSubHub.NONE.accept(form) : now.accept(form);
  }

  @Override
  public @Nullable PushCounts counts() {
    Session now = counted;
    return now == null ? null : now.counts();
  }

  private synchronized @Nullable Thread running() {
    return thread;
  }

  private void run() {
    Duration wait = IDLE;
    while (!sleepIfIdle()) {
      next(wait).forEach(Push::runGuarded);
      if (stopped) {
        stop();
        return;
      }
      wait = pass();
    }
  }

  private List<Runnable> next(Duration wait) {
    List<Runnable> batch = new ArrayList<>();
    try {
      // Rounded down, it would come too early by less than a millisecond, again and again.
      Runnable event = events.poll(wait.toMillis() + 1, TimeUnit.MILLISECONDS);
      if (event != null) {
        batch.add(event);
        events.drainTo(batch);
      }
    } catch (InterruptedException e) {
      stopped = true;
    }
    return batch;
  }

  private static void runGuarded(Runnable event) {
    try {
      event.run();
    } catch (StateFailure e) {
      LOG.error("push.{}: {}", e.key(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Push failed", e);
    }
  }

  private Duration pass() {
    long early = notBefore - System.nanoTime();
    if (early > 0) {
      return Duration.ofNanos(early);
    }
    try {
      Duration wait = takeChanges();
      if (!outage.isZero()) {
        LOG.info("The database of push can be used again.");
      }
      outage = Duration.ZERO;
      return wait;
    } catch (StateFailure e) {
      if (outage.isZero()) {
        LOG.error("push.{}: {}; trying again", e.key(), e.getMessage());
      }
      Duration longer = outage.isZero() ? SHORTEST_OUTAGE : outage.multipliedBy(2);
      outage = longer.compareTo(LONGEST_OUTAGE) < 0 ? longer : LONGEST_OUTAGE;
    } catch (RuntimeException e) {
      if (outage.compareTo(LONGEST_OUTAGE) < 0) {
        LOG.error("Push failed; trying again", e);
      }
      outage = LONGEST_OUTAGE;
    }
    notBefore = System.nanoTime() + outage.toNanos();
    return outage;
  }

  /** A change that could not be taken in stays for the next time. */
  private Duration takeChanges() {
    while (!changes.isEmpty()) {
      FeedChange change = changes.getFirst();
      configure(change.settings());
      if (session != null) {
        session.take(change);
      }
      changes.removeFirst();
    }
    if (session == null) {
      return IDLE;
    }
    Duration wait = session.pass();
    if (settings == null && session.isOver()) {
      end(session, Session::finish);
      isOff = true;
    }
    return isOff ? IDLE : wait;
  }

  private void configure(Settings next) {
    Session now = session;
    isOff = now == null && next.hubs().isEmpty();
    if (next.hubs().isEmpty()) {
      if (now != null && settings != null) {
        LOG.info("Push is off from now on.");
        settings = null;
        receiver = null;
        path = null;
        now.end();
      }
    } else if (!isAsBefore(next)) {
      if (now != null) {
        end(now, Session::close);
      }
      Session opened = Session.open(next, clock, lookup, events::add);
      session = opened;
      counted = opened;
      settings = next;
      String hub = next.ownHub();
      receiver = hub == null ? null : opened.receiver();
      path = hub == null ? null : TopicPath.of(hub);
    }
  }

  private boolean isAsBefore(Settings next) {
    return settings != null
        && settings.hubs().equals(next.hubs())
        && Objects.equals(settings.push(), next.push());
  }

  private void end(Session ending, Consumer<Session> how) {
    session = null;
    counted = null;
    settings = null;
    receiver = null;
    path = null;
    how.accept(ending);
  }

  private void stop() {
    long end = System.nanoTime() + STOP.toNanos();
    Session last = session;
    while (last != null && last.isBusy() && end - System.nanoTime() > 0) {
      next(Duration.ofNanos(end - System.nanoTime())).forEach(Push::runGuarded);
    }
    if (last != null) {
      end(last, Session::close);
    }
  }

  /** Sends nothing more; what is in flight has two seconds. */
  @Override
  public void close() {
    events.add(() -> stopped = true);
    Thread last = running();
    try {
      if (last != null) {
        last.join(STOP.plusSeconds(1).toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.edition.entry.Patience;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.HttpSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.Snapshot;
import io.github.feedwright.web.Stamps;
import io.github.feedwright.web.Workshop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a directory of posts and keeps what it publishes equal to what the directory holds.
 *
 * <p>One thread runs the pipeline: it takes in the files that changed, and swaps in a new snapshot
 * as a whole. Whatever goes wrong, the last good snapshot stays.
 */
public final class Publisher implements Publication, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /** How often the configuration and the authors file are looked at. */
  private static final Duration GLANCE = Duration.ofMillis(250);

  private static final int WORKERS = 2;

  private final Clock clock;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final ExecutorService workers = Threads.pool("worker", WORKERS);
  private final ProblemLog problems = new ProblemLog();
  private final CompletableFuture<Health> first = new CompletableFuture<>();
  private final Workshop workshop = new Workshop(workers, new Stamps());
  private final Instant started;
  private final Thread thread = new Thread(this::run, "publish");
  private final Changeover changeover;
  private final Setbacks setbacks = new Setbacks();
  private volatile Works works;
  private volatile @Nullable Edition served;

  private Publisher(Settings settings, SettingsSource source, Clock clock) {
    this.clock = clock;
    this.started = clock.instant();
    this.changeover =
        new Changeover(
            new SettingsWatch(source),
            (next, former) -> new Works(next, workshop, signals::add, former),
            (next, former) -> next.makeReady(former, clock));
    this.works = new Works(settings, workshop, signals::add);
  }

  /** A publisher that has not begun yet. */
  public static Publisher prepare(Settings settings, Clock clock) {
    return prepare(settings, SettingsSource.of(settings), clock);
  }

  /**
   * A publisher that has not begun yet.
   *
   * @param settings what the source gave at first
   * @param source looked at while it publishes; what is valid is taken at once
   */
  public static Publisher prepare(Settings settings, SettingsSource source, Clock clock) {
    return new Publisher(settings, source, clock);
  }

  /** Begins to publish. Returns at once: the first snapshot is made meanwhile. */
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether changes are still published: false once it has ended, for whatever reason. */
  public boolean isAlive() {
    return thread.isAlive();
  }

  /** Completed when the first snapshot is served, with how things stand then. */
  public CompletableFuture<Health> first() {
    return first;
  }

  @Override
  public @Nullable Snapshot snapshot() {
    Edition edition = served;
    return edition == null ? null : edition.snapshot();
  }

  @Override
  public Health health() {
    Edition edition = served;
    return new Health(
        edition != null,
        works.scout().state(),
        edition == null ? 0 : edition.library().size(),
        edition == null ? 0 : works.pipeline().feeds(edition),
        problems.counts());
  }

  private void run() {
    try {
      begin(works, started);
      first.complete(health());
    } catch (RuntimeException | Error e) {
      first.completeExceptionally(e);
      return;
    }
    works.scout().start();
    List<Signal> batch = new ArrayList<>();
    while (!batch.contains(new Signal.Stop())) {
      batch = next();
      try {
        handle(batch);
        reconfigure();
      } catch (RuntimeException | Error e) {
        Duration wait = setbacks.another();
        LOG.error(
            "a change could not be published; what is served stays as it was; trying again in {} s",
            wait.toMillis() / 1000.0,
            e);
        works.scout().lookEverywhere(wait);
      }
    }
    changeover.close();
  }

  /**
   * Everything that was said since the last time, or nothing if it is time to look at something.
   */
  private List<Signal> next() {
    List<Signal> batch = new ArrayList<>();
    try {
      Signal signal = signals.poll(untilDue().toMillis(), TimeUnit.MILLISECONDS);
      if (signal != null) {
        batch.add(signal);
        signals.drainTo(batch);
      }
    } catch (InterruptedException e) {
      batch.add(new Signal.Stop());
    }
    return batch;
  }

  /** Until a post appears or goes by itself, or a changing file should have come to rest. */
  private Duration untilDue() {
    Instant now = clock.instant();
    Duration wait = GLANCE;
    if (!setbacks.mayTry()) {
      return wait;
    }
    for (@Nullable Instant due :
        new @Nullable Instant[] {works.pipeline().nextTurn(), works.intake().next()}) {
      if (due != null && Duration.between(now, due).compareTo(wait) < 0) {
        wait = Duration.between(now, due);
      }
    }
    // A waiting time is rounded down to milliseconds: one more, or it would spin until it is due.
    return wait.isNegative() ? Duration.ZERO : wait.plusMillis(1);
  }

  private void begin(Works works, Instant since) {
    works.intake().takeWhole(works.scout().list(), since);
    publish(works, Works.WHOLE, since);
  }

  /** Takes a configuration or an authors file that has changed; what is wrong is kept out. */
  private void reconfigure() {
    List<Problem> before = changeover.problems();
    changeover.look(works);
    if (setbacks.mayTry()) {
      changeover.begin(works);
    }
    Works next = changeover.ready();
    if (next != null) {
      replace(works, next);
    } else if (!before.equals(changeover.problems())) {
      problems.update(allProblems());
    }
  }

  private void replace(Works old, Works next) {
    Instant now = clock.instant();
    try {
      publish(next, next.catchUp(old, now), now);
    } catch (RuntimeException | Error e) {
      next.close();
      throw e;
    }
    changeover.end();
    old.close();
    next.scout().start();
  }

  private void handle(List<Signal> batch) {
    Instant now = clock.instant();
    boolean changed = false;
    for (Signal signal : new LinkedHashSet<>(batch)) {
      changed |= handle(signal, clock.instant());
    }
    for (String path : works.intake().due(clock.instant())) {
      // A batch may take seconds: a file has held still only since it was itself looked at.
      changed |= works.intake().look(path, Signal.What.CHANGED, clock.instant());
    }
    Instant turn = works.pipeline().nextTurn();
    boolean isDue = turn != null && !turn.isAfter(now);
    boolean isBehind = works.pipeline().isBehind();
    if (changed || (setbacks.mayTry() && (isDue || isBehind))) {
      publish(works, Works.BRIEF, now);
    }
  }

  private boolean handle(Signal signal, Instant now) {
    if (signal instanceof Signal.Touched touched) {
      return works.intake().look(touched.path(), touched.what(), now);
    }
    if (signal instanceof Signal.Ripe ripe) {
      works.pipeline().ripen(ripe.path());
      return true;
    }
    if (signal instanceof Signal.Inspected) {
      problems.update(allProblems());
    }
    return false;
  }

  private void publish(Works works, Patience patience, Instant since) {
    served = works.pipeline().publish(clock.instant(), patience, since);
    setbacks.end();
    this.works = works;
    problems.update(allProblems());
  }

  private Set<Problem> allProblems() {
    Set<Problem> all = new TreeSet<>(works.problems());
    all.addAll(changeover.problems());
    return all;
  }

  @Override
  public HttpSettings http() {
    return works.settings().http();
  }

  /** Stops publishing; what is served is no longer kept up to date. */
  @Override
  public void close() {
    signals.add(new Signal.Stop());
    works.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.shutdownNow();
  }
}

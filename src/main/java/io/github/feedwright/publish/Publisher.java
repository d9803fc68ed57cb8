package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.HttpSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.CacheLimits;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.LastModifiedClock;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.RepresentationCache;
import io.github.feedwright.web.Snapshot;
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
 * Publishes a directory of posts and keeps the publication up to date with the directory.
 *
 * <p>One thread runs the pipeline: it takes in changed files, and then replaces the whole snapshot.
 * Whatever fails, the last good snapshot stays.
 */
public final class Publisher implements Publication, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /** How often the configuration and the authors file are checked. */
  private static final Duration POLL = Duration.ofMillis(250);

  private static final int WORKERS = 2;

  private final Clock clock;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final ExecutorService workers = Threads.pool("worker", WORKERS);
  private final ExecutorService digests = Threads.pool("digest", 1);
  private final ProblemLog problems = new ProblemLog();
  private final CompletableFuture<Health> first = new CompletableFuture<>();
  private final RepresentationCache representations;
  private final Instant started;
  private final Thread thread = Threads.thread("publish", this::run);
  private final ConfigReload reload;
  private final Backoff backoff = new Backoff();
  private volatile SiteRuntime runtime;
  private volatile @Nullable Edition served;

  private Publisher(Settings settings, SettingsSource source, Clock clock, CacheLimits limits) {
    this.clock = clock;
    this.representations =
        new RepresentationCache(workers, digests, new LastModifiedClock(), limits);
    this.started = clock.instant();
    this.reload =
        new ConfigReload(
            new SettingsWatch(source),
            (next, former) -> new SiteRuntime(next, representations, limits, signals::add, former),
            (next, former) -> next.makeReady(former, clock));
    this.runtime = new SiteRuntime(settings, representations, limits, signals::add);
  }

  /** A publisher that has not started yet. */
  public static Publisher prepare(Settings settings, Clock clock) {
    return prepare(settings, SettingsSource.of(settings), clock);
  }

  /**
   * A publisher that has not started yet.
   *
   * @param settings the first settings of the source
   * @param source checked while it publishes; valid changes take effect at once
   */
  public static Publisher prepare(Settings settings, SettingsSource source, Clock clock) {
    return prepare(settings, source, clock, CacheLimits.USUAL);
  }

  /** The same, which keeps only so much of what it can make again. */
  static Publisher prepare(
      Settings settings, SettingsSource source, Clock clock, CacheLimits limits) {
    return new Publisher(settings, source, clock, limits);
  }

  /** Starts to publish. Returns at once; the first snapshot is made in the background. */
  public void start() {
    thread.start();
  }

  /** Whether changes are still published: false after it has ended, for any reason. */
  public boolean isAlive() {
    return thread.isAlive();
  }

  /** Completed when the first snapshot is served, with the state at that time. */
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
        runtime.scanner().state(),
        edition == null ? 0 : edition.library().size(),
        edition == null ? 0 : runtime.pipeline().feeds(edition),
        problems.counts());
  }

  private void run() {
    try {
      begin(runtime, started);
      first.complete(health());
    } catch (RuntimeException | Error e) {
      first.completeExceptionally(e);
      return;
    }
    runtime.scanner().start();
    List<Signal> batch = new ArrayList<>();
    while (!batch.contains(new Signal.Stop())) {
      batch = next();
      try {
        handle(batch);
        reconfigure();
      } catch (RuntimeException | Error e) {
        Duration wait = backoff.another();
        LOG.error(
            "a change could not be published; the previous version stays; trying again in {} s",
            wait.toMillis() / 1000.0,
            e);
        runtime.scanner().lookEverywhere(wait);
      }
    }
    reload.close();
    // It may have followed the one that was closed.
    runtime.close();
  }

  /** All signals since the last time; none if it is time to check something. */
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

  /** Until a post appears or disappears by its dates, or a changing file should have settled. */
  private Duration untilDue() {
    Instant now = clock.instant();
    Duration wait = POLL;
    if (!backoff.mayTry()) {
      return wait;
    }
    for (@Nullable Instant due :
        new @Nullable Instant[] {runtime.pipeline().nextTurn(), runtime.ingester().next()}) {
      if (due != null && Duration.between(now, due).compareTo(wait) < 0) {
        wait = Duration.between(now, due);
      }
    }
    // The wait is rounded down to milliseconds: without one more, it would spin until it is due.
    return wait.isNegative() ? Duration.ZERO : wait.plusMillis(1);
  }

  private void begin(SiteRuntime runtime, Instant since) {
    runtime.ingester().takeWhole(runtime.scanner().list(), since);
    runtime.readCommits(clock);
    publish(runtime, SiteRuntime.WHOLE, since);
  }

  /** Applies a changed configuration or authors file, if it is valid. */
  private void reconfigure() {
    runtime.lookAtCommits(clock, signals::add);
    List<Problem> before = reload.problems();
    reload.look(runtime);
    if (backoff.mayTry()) {
      reload.begin(runtime);
    }
    SiteRuntime next = reload.ready();
    if (next != null) {
      replace(runtime, next);
    } else if (!before.equals(reload.problems())) {
      problems.update(allProblems());
    }
  }

  private void replace(SiteRuntime old, SiteRuntime next) {
    Instant now = clock.instant();
    try {
      publish(next, next.catchUp(old, now), now);
    } catch (RuntimeException | Error e) {
      next.close();
      throw e;
    }
    reload.end();
    old.close();
    next.scanner().start();
  }

  private void handle(List<Signal> batch) {
    Instant now = clock.instant();
    List<Signal.Touched> touched = new ArrayList<>();
    boolean changed = false;
    for (Signal signal : new LinkedHashSet<>(batch)) {
      changed |= handle(signal, touched);
    }
    changed |= runtime.ingester().look(touched, clock::instant);
    Instant turn = runtime.pipeline().nextTurn();
    boolean isDue = turn != null && !turn.isAfter(now);
    boolean isBehind = runtime.pipeline().isBehind();
    if (changed || (backoff.mayTry() && (isDue || isBehind))) {
      publish(runtime, SiteRuntime.BRIEF, now);
    }
  }

  private boolean handle(Signal signal, List<Signal.Touched> touched) {
    if (signal instanceof Signal.Touched one) {
      touched.add(one);
    }
    if (signal instanceof Signal.Scanned scanned) {
      touched.addAll(scanned.touched());
    }
    if (signal instanceof Signal.RenderFinished renderFinished) {
      runtime.pipeline().renderFinished(renderFinished.path());
      return true;
    }
    if (signal instanceof Signal.CommitsRead read) {
      runtime.take(read);
      return true;
    }
    if (signal instanceof Signal.DirectoryProblemsChanged) {
      problems.update(allProblems());
    }
    return false;
  }

  private void publish(SiteRuntime runtime, WaitLimit waitLimit, Instant since) {
    served = runtime.pipeline().publish(clock.instant(), waitLimit, since);
    backoff.end();
    this.runtime = runtime;
    problems.update(allProblems());
  }

  private Set<Problem> allProblems() {
    Set<Problem> all = new TreeSet<>(runtime.problems());
    all.addAll(reload.problems());
    return all;
  }

  @Override
  public HttpSettings http() {
    return runtime.settings().http();
  }

  /** Stops publishing; the last snapshot stays but is no longer updated. */
  @Override
  public void close() {
    signals.add(new Signal.Stop());
    runtime.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.shutdownNow();
    digests.shutdownNow();
  }
}

package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.edition.FeedAnnouncer;
import io.github.feedwright.edition.continuity.HeldPosts;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.intake.state.Unpublished;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.problem.ProblemLog;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.PublicationCount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the publishing thread does: it takes in changed files, publishes what they change, and
 * replaces the runtime where the configuration has changed, until it is told to stop.
 *
 * <p>Threads: {@code http} and {@code shutdown} see what is published.
 */
@PublishingThread(shared = {"published", "publications", "isIdle"})
final class PublishLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PublishLoop.class);

  /** How often the configuration and the authors file are checked. */
  private static final Duration POLL = Duration.ofMillis(250);

  private final Clock clock;
  private final Instant started;
  private final SignalQueue signals;
  private final ProblemLog problems;
  private final ConfigReload reload;
  private final FeedAnnouncer announcer;
  private final Backoff backoff = new Backoff();
  private final SettlingWait settling = new SettlingWait();
  private final PublishedMemory memory;
  private final CompletableFuture<ServedState> first = new CompletableFuture<>();
  private final WrittenIds ids = new WrittenIds();
  private SiteRuntime runtime;
  private boolean isWarming = true;
  private volatile ServedState published;
  private volatile PublicationCount publications = PublicationCount.NONE;
  private volatile boolean isIdle;

  /** Whether the directory was scanned after the last event. */
  private boolean isScanned;

  /**
   * A loop that has not begun.
   *
   * @param runtime the first
   * @param reload makes the others
   * @param memory of what earlier processes published
   * @param announcer notifies push of each edition
   */
  PublishLoop(
      Clock clock,
      SignalQueue signals,
      ProblemLog problems,
      SiteRuntime runtime,
      ConfigReload reload,
      PublishedMemory memory,
      FeedAnnouncer announcer) {
    this.clock = clock;
    this.started = clock.instant();
    this.signals = signals;
    this.problems = problems;
    this.runtime = runtime;
    this.reload = reload;
    this.memory = memory;
    this.announcer = announcer;
    this.published = new ServedState(runtime, null, HeldPosts.NOTHING);
  }

  /** What is served now. */
  @AnyThread
  ServedState published() {
    return published;
  }

  /** Whether all that the last scan found is published, and no event came since. */
  @AnyThread
  boolean isIdle() {
    return isIdle && signals.isEmpty();
  }

  /** What was published so far. */
  @AnyThread
  PublicationCount publications() {
    return publications;
  }

  /** Completed when the first snapshot is served. */
  @AnyThread
  CompletableFuture<ServedState> first() {
    return first;
  }

  @Override
  public void run() {
    try {
      begin();
      first.complete(published);
    } catch (RuntimeException | Error e) {
      first.completeExceptionally(e);
      return;
    }
    runtime.scanner().start();
    boolean isEnd = false;
    while (!isEnd) {
      try {
        List<Signal> batch = signals.next(untilDue());
        isEnd = batch.contains(new Signal.Stop());
        if (!isEnd) {
          handle(batch);
          reconfigure();
          warm();
        }
      } catch (RuntimeException | Error e) {
        handleFailure(e);
      }
    }
    reload.close();
    // It may have replaced the runtime that the stop has closed.
    runtime.close();
  }

  /** During a stop, failures are expected: the threads that render may have ended. */
  private void handleFailure(Throwable e) {
    isIdle = false;
    if (!signals.isStopping()) {
      Duration wait = backoff.lengthen();
      runtime.scanner().scanWithin(wait);
      LOG.error(
          "A change could not be published; the previous version stays; trying again in {} s",
          wait.toMillis() / 1000.0,
          e);
    }
  }

  /** Until a post appears or disappears by its dates, or a changing file should have settled. */
  private Duration untilDue() {
    Instant now = clock.instant();
    Duration wait = POLL;
    if (isWarming || !backoff.mayTry()) {
      return backoff.mayTry() ? Duration.ZERO : wait;
    }
    for (@Nullable Instant due :
        new @Nullable Instant[] {runtime.pipeline().nextChange(), runtime.ingester().next()}) {
      if (due != null && Duration.between(now, due).compareTo(wait) < 0) {
        wait = Duration.between(now, due);
      }
    }
    // The wait is rounded down to milliseconds: without one more, it would spin until it is due.
    return wait.isNegative() ? Duration.ZERO : wait.plusMillis(1);
  }

  private void begin() {
    runtime.ingester().takeWhole(runtime.scanner().list(), started);
    runtime.readCommits(clock);
    PublishedPosts shown = memory.read();
    runtime.pipeline().continuity().remember(shown);
    take(runtime, runtime.pipeline().start(clock.instant(), SiteRuntime.WHOLE, started), started);
    FileState files = runtime.pipeline().fileState();
    List<Unpublished> unpublished = files.unpublished(clock.instant());
    published = new ServedState(runtime, published.edition(), unpublished, published.held());
    if (shown.isEmpty()) {
      LOG.info("{}", memory.unknownMessage());
    }
  }

  /** Applies a changed configuration or authors file, if it is valid. */
  private void reconfigure() {
    runtime.pollCommits(clock, signals::add);
    List<Problem> before = reload.problems();
    reload.check(runtime);
    if (backoff.mayTry()) {
      reload.begin(runtime);
    }
    SiteRuntime next = reload.takeReady();
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
    old.retire();
    next.scanner().start();
  }

  private void handle(List<Signal> batch) {
    Instant now = clock.instant();
    List<Signal.Touched> touched = new ArrayList<>();
    boolean changed = false;
    for (Signal signal : new LinkedHashSet<>(batch)) {
      changed |= handle(signal, touched);
    }
    changed |= runtime.ingester().ingest(touched, clock::instant);
    Instant next = runtime.pipeline().nextChange();
    boolean isDue = next != null && !next.isAfter(now);
    boolean isBehind = runtime.pipeline().isBehind();
    boolean hasScanned = batch.stream().anyMatch(Signal.Scanned.class::isInstance);
    boolean isWaitOver = settling.end(runtime, hasScanned && !changed, now);
    if (changed || isWaitOver || (backoff.mayTry() && (isDue || isBehind))) {
      publish(runtime, SiteRuntime.BRIEF, now);
    }
    settling.begin(runtime, now);
    isIdle = isScanned && runtime.ingester().isSettled() && runtime.pipeline().isIdle();
  }

  private boolean handle(Signal signal, List<Signal.Touched> touched) {
    if (signal instanceof Signal.Touched one) {
      touched.add(one);
      isScanned = false;
    }
    if (signal instanceof Signal.Scanned scanned) {
      touched.addAll(scanned.touched());
      runtime.ingester().noteScan(clock.instant().minusNanos(System.nanoTime() - scanned.begun()));
      isScanned = true;
    }
    if (signal instanceof Signal.RenderFinished renderFinished) {
      runtime.pipeline().renderFinished(renderFinished.path());
      return true;
    }
    if (signal instanceof Signal.CommitsRead read) {
      runtime.take(read, isIdle && touched.isEmpty());
      return true;
    }
    if (signal instanceof Signal.ConfigurationAsked) {
      reload.ask();
    }
    if (signal instanceof Signal.DirectoryProblemsChanged) {
      problems.update(allProblems());
    }
    return false;
  }

  private void publish(SiteRuntime runtime, WaitLimit waitLimit, Instant since) {
    take(runtime, runtime.pipeline().publish(clock.instant(), waitLimit, since), since);
  }

  private void take(SiteRuntime runtime, Edition edition, Instant since) {
    ServedState before = published;
    this.runtime = runtime;
    // First: whoever sees the edition must not see problems that it has solved.
    problems.update(allProblems());
    published = new ServedState(runtime, edition, runtime.pipeline().continuity().held());
    publications = PublicationLog.add(publications, before, published, since, clock.instant());
    memory.keep(runtime.pipeline().continuity().published());
    memory.notes().keep(runtime.settings().notes());
    backoff.reset();
    announcer.announce(runtime.pipeline(), edition);
    ids.write(runtime.settings(), runtime.pipeline());
  }

  /** Prepares some of the feeds that were not at the start; then it is time to see what changed. */
  private void warm() {
    boolean wasReady = runtime.pipeline().edition().cold().isEmpty();
    isWarming = runtime.pipeline().warm();
    Edition edition = runtime.pipeline().edition();
    if (isWarming && !wasReady) {
      published = new ServedState(runtime, edition, published.held());
      announcer.announce(runtime.pipeline(), edition);
      if (edition.cold().isEmpty()) {
        problems.update(allProblems());
      }
    }
  }

  private Set<Problem> allProblems() {
    Set<Problem> all = runtime.problems();
    all.addAll(reload.problems());
    return all;
  }
}

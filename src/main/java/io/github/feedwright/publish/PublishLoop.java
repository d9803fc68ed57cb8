package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.edition.FeedAnnouncer;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.intake.IdsWriting;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.problem.ProblemLog;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.Publications;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the publishing thread does: it takes in changed files, publishes what they change, and
 * replaces the runtime where the configuration has changed, until it is told to stop.
 *
 * <p>Threads: every thread sends signals; {@code http} and {@code shutdown} see what is published.
 */
@PublishingThread(shared = {"signals", "published", "publications", "isIdle"})
final class PublishLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PublishLoop.class);

  /** How often the configuration and the authors file are checked. */
  private static final Duration POLL = Duration.ofMillis(250);

  private final Clock clock;
  private final Instant started;
  private final BlockingQueue<Signal> signals;
  private final ProblemLog problems;
  private final ConfigReload reload;
  private final FeedAnnouncer announcer;
  private final Backoff backoff = new Backoff();
  private final SettlingWait settling = new SettlingWait();
  private final PublishedMemory memory;
  private final CompletableFuture<Published> first = new CompletableFuture<>();
  private List<RecordedId> written = List.of();
  private SiteRuntime runtime;
  private volatile Published published;
  private volatile Publications publications = Publications.NONE;
  private volatile boolean isIdle;

  /** Whether the directory was scanned after the last event. */
  private boolean isScanned;

  /**
   * A loop that has not begun.
   *
   * @param runtime the first
   * @param reload makes the others
   * @param memory of what earlier processes published
   * @param announcer tells push of each edition
   */
  PublishLoop(
      Clock clock,
      BlockingQueue<Signal> signals,
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
    this.published = new Published(runtime, null);
  }

  /** What is served now. */
  @AnyThread
  Published published() {
    return published;
  }

  /** Whether all that the last scan found is published, and no event came since. */
  @AnyThread
  boolean isIdle() {
    return isIdle && signals.isEmpty();
  }

  /** What was published so far. */
  @AnyThread
  Publications publications() {
    return publications;
  }

  /** Completed when the first snapshot is served. */
  @AnyThread
  CompletableFuture<Published> first() {
    return first;
  }

  @Override
  public void run() {
    try {
      begin(runtime, started);
      first.complete(published);
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
        isIdle = false;
        Duration wait = backoff.another();
        LOG.error(
            "a change could not be published; the previous version stays; trying again in {} s",
            wait.toMillis() / 1000.0,
            e);
        runtime.scanner().scheduleScan(wait);
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
    PublishedPosts shown = memory.read();
    runtime.pipeline().continuity().remember(shown);
    publish(runtime, SiteRuntime.WHOLE, since);
    FileState files = runtime.pipeline().fileState();
    published = new Published(runtime, published.edition(), files.unpublished(clock.instant()));
    if (shown.isEmpty()) {
      LOG.info("{}", memory.unknown());
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
    changed |= runtime.ingester().ingest(touched, clock::instant);
    Instant turn = runtime.pipeline().nextTurn();
    boolean isDue = turn != null && !turn.isAfter(now);
    boolean isBehind = runtime.pipeline().isBehind();
    boolean hasScanned = batch.stream().anyMatch(Signal.Scanned.class::isInstance);
    boolean isSettled = hasScanned && !changed && runtime.ingester().isSettled();
    boolean isWaitOver = settling.end(runtime.pipeline(), isSettled, now);
    if (changed || isWaitOver || (backoff.mayTry() && (isDue || isBehind))) {
      publish(runtime, SiteRuntime.BRIEF, now);
    }
    settling.begin(runtime, hasScanned, now);
    isIdle = isScanned && runtime.ingester().isSettled() && runtime.pipeline().isIdle();
  }

  private boolean handle(Signal signal, List<Signal.Touched> touched) {
    if (signal instanceof Signal.Touched one) {
      touched.add(one);
      isScanned = false;
    }
    if (signal instanceof Signal.Scanned scanned) {
      touched.addAll(scanned.touched());
      isScanned = true;
    }
    if (signal instanceof Signal.RenderFinished renderFinished) {
      runtime.pipeline().renderFinished(renderFinished.path());
      return true;
    }
    if (signal instanceof Signal.CommitsRead read) {
      runtime.take(read);
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
    Edition before = published.edition();
    Edition edition = runtime.pipeline().publish(clock.instant(), waitLimit, since);
    published = new Published(runtime, edition);
    publications = PublicationLog.add(publications, before, edition, since, clock.instant());
    memory.keep(runtime.pipeline().continuity().published());
    memory.notes().keep(runtime.settings().notes());
    this.runtime = runtime;
    backoff.end();
    announcer.announce(runtime.pipeline(), edition);
    problems.update(allProblems());
    if (runtime.settings().ids().write()) {
      writeIds(runtime.pipeline().continuity().unwritten(edition.library()));
    }
  }

  /** Once for the same ids: a disk that is full is not filled by trying again. */
  private void writeIds(List<RecordedId> ids) {
    if (ids.equals(written)) {
      return;
    }
    written = ids;
    try {
      IdsWriting.write(runtime.settings().posts().directory(), ids);
    } catch (IOException e) {
      LOG.error("ids.tsv cannot be written, so these ids are kept in memory only: {}", ids, e);
    }
  }

  private Set<Problem> allProblems() {
    Set<Problem> all = runtime.problems();
    all.addAll(reload.problems());
    return all;
  }
}

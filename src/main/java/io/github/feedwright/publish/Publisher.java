package io.github.feedwright.publish;

import io.github.feedwright.post.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.SourceTree;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /** For how long one post that is slow to render may hold up the others. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  /** The first snapshot is to be whole: nothing is served that could go stale by waiting. */
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(30);

  private static final int RENDERERS = 4;
  private static final int WORKERS = 2;

  private final Clock clock;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final ExecutorService renderers = Threads.pool("render", RENDERERS);
  private final ExecutorService workers = Threads.pool("worker", WORKERS);
  private final ProblemLog problems = new ProblemLog();
  private final CompletableFuture<Health> first = new CompletableFuture<>();
  private final Pipeline pipeline;
  private final Intake intake;
  private final Scout scout;
  private final Instant started;
  private final Thread thread;
  private volatile @Nullable Edition served;

  private Publisher(Settings settings, Clock clock) {
    this.clock = clock;
    this.started = clock.instant();
    SourceTree tree = new SourceTree(settings.posts().directory());
    Workshop workshop = new Workshop(workers, new Stamps());
    this.pipeline =
        new Pipeline(settings, workshop, renderers, path -> signals.add(new Signal.Ripe(path)));
    Sidecar authors = Sidecar.authors(settings);
    PostParser parser = new PostParser(settings, authors.authors());
    this.intake = new Intake(settings, tree, parser, pipeline, workshop);
    this.scout = new Scout(settings, tree, intake, signals::add);
    this.thread = new Thread(this::run, "publish");
  }

  /** A publisher that has not begun yet. */
  public static Publisher prepare(Settings settings, Clock clock) {
    return new Publisher(settings, clock);
  }

  /** Begins to publish. Returns at once: the first snapshot is made meanwhile. */
  public void start() {
    thread.setDaemon(true);
    thread.start();
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
        scout.state(),
        edition == null ? 0 : edition.library().size(),
        edition == null ? 0 : pipeline.feeds(edition),
        problems.counts());
  }

  private void run() {
    try {
      intake.takeAll(scout.first());
      publish(FIRST_PATIENCE, started);
      first.complete(health());
    } catch (RuntimeException | Error e) {
      first.completeExceptionally(e);
      throw e;
    }
    scout.start();
    List<Signal> batch = new ArrayList<>();
    while (!batch.contains(new Signal.Stop())) {
      batch = next();
      try {
        handle(batch);
      } catch (RuntimeException | OutOfMemoryError e) {
        LOG.error("a change could not be published; what is served stays as it was", e);
        scout.lookEverywhere();
      }
    }
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
    Duration wait = Duration.ofSeconds(1);
    for (@Nullable Instant due : new @Nullable Instant[] {pipeline.nextTurn(), intake.next()}) {
      if (due != null && Duration.between(now, due).compareTo(wait) < 0) {
        wait = Duration.between(now, due);
      }
    }
    // A waiting time is rounded down to milliseconds: one more, or it would spin until it is due.
    return wait.isNegative() ? Duration.ZERO : wait.plusMillis(1);
  }

  private void handle(List<Signal> batch) {
    Instant now = clock.instant();
    boolean changed = false;
    for (Signal signal : batch) {
      changed |= handle(signal, now);
    }
    for (String path : intake.due(now)) {
      changed |= intake.look(path, Signal.What.CHANGED, now);
    }
    Instant turn = pipeline.nextTurn();
    if (changed || (turn != null && !turn.isAfter(now))) {
      publish(PATIENCE, now);
    }
  }

  private boolean handle(Signal signal, Instant now) {
    if (signal instanceof Signal.Touched touched) {
      return intake.look(touched.path(), touched.what(), now);
    }
    if (signal instanceof Signal.Ripe ripe) {
      pipeline.ripen(ripe.path());
      return true;
    }
    if (signal instanceof Signal.Reread) {
      intake.takeAll(scout.first());
      return true;
    }
    return false;
  }

  private void publish(Duration patience, Instant since) {
    served = pipeline.publish(clock.instant(), patience, since);
    problems.update(pipeline.problems());
  }

  /** Stops publishing; what is served is no longer kept up to date. */
  @Override
  public void close() {
    signals.add(new Signal.Stop());
    scout.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    renderers.shutdownNow();
    workers.shutdownNow();
  }
}

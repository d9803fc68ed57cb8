package io.github.feedwright.publish;

import io.github.feedwright.edition.Pipeline;
import io.github.feedwright.edition.entry.RenderThreads;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.feed.Notes;
import io.github.feedwright.intake.CommitWatch;
import io.github.feedwright.intake.DirectoryScanner;
import io.github.feedwright.intake.FileIngester;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.intake.reading.KeptReadings;
import io.github.feedwright.intake.settings.LoadedAuthors;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.source.WatchedFile;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.cache.RepresentationCache;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that runs for one configuration and one authors file. */
@PublishingThread
final class SiteRuntime implements AutoCloseable {
  /** How long one post that is slow to render may delay the others. */
  static final WaitLimit BRIEF = WaitLimit.of(Duration.ofMillis(250));

  /** For the first snapshot: nothing is served yet that could go stale. */
  static final WaitLimit WHOLE = WaitLimit.of(Duration.ofSeconds(30));

  /**
   * For the next runtime, while it is prepared: previous entries replace slow posts, or its first
   * edition waits for these.
   */
  private static final WaitLimit PREPARING =
      new WaitLimit(Duration.ofSeconds(30), Duration.ofSeconds(2));

  private static final int RENDERERS = 4;

  private final Settings settings;
  private final Notes notes;
  private final SourceTree tree;

  /** Its own threads: preparing the next runtime must not delay edits to the current one. */
  private final RenderThreads renderers = new RenderThreads(RENDERERS);

  private final @Nullable WatchedFile authorsFile;
  private final LoadedAuthors authors;
  private final Pipeline pipeline;
  private final KeptReadings readings;
  private final FileIngester ingester;
  private final DirectoryScanner scanner;
  private final @Nullable CommitWatch commits;

  SiteRuntime(
      Settings settings,
      RepresentationCache representations,
      RenderingCaches caches,
      Consumer<Signal> signals) {
    this(settings, representations, caches, signals, null);
  }

  /** A runtime that replaces another one and keeps what can no longer be read. */
  SiteRuntime(
      Settings settings,
      RepresentationCache representations,
      RenderingCaches caches,
      Consumer<Signal> signals,
      @Nullable SiteRuntime former) {
    this.settings = settings;
    this.notes = new Notes(settings);
    Path file = settings.posts().authors();
    this.authorsFile = file == null ? null : new WatchedFile(file);
    this.authors = LoadedAuthors.authors(settings, former == null ? null : former.authors);
    this.tree =
        former != null && isSamePlace(former)
            ? former.tree
            : new SourceTree(settings.posts().directory());
    this.pipeline =
        new Pipeline(
            settings,
            representations,
            caches,
            renderers,
            path -> signals.accept(new Signal.RenderFinished(path)));
    if (former != null) {
      pipeline.continuity().remember(former.pipeline.continuity().published());
    }
    PostParser parser = new PostParser(settings, authors.authors());
    // Only the first runtime reads a directory of which nothing is known yet.
    this.readings =
        former == null
            ? KeptReadings.of(caches.store(), settings, authors.authors())
            : KeptReadings.none();
    this.ingester =
        new FileIngester(settings, tree, parser, readings, pipeline.fileState(), representations);
    this.scanner = new DirectoryScanner(settings, tree, ingester, signals);
    this.commits =
        CommitWatch.of(settings, former != null && isSamePlace(former) ? former.commits : null);
  }

  private boolean isSamePlace(SiteRuntime other) {
    return settings.posts().directory().equals(other.settings.posts().directory());
  }

  /**
   * Takes in the directory, except files that are changing, and renders what will be published. The
   * other runtime may continue meanwhile.
   */
  void makeReady(SiteRuntime former, Clock clock) {
    if (isSamePlace(former)) {
      ingester.takeSettled(scanner.list(), clock.instant(), former.ingester);
    } else {
      ingester.takeWhole(scanner.list(), clock.instant());
    }
    readCommits(clock);
    pipeline.prepare(clock.instant(), PREPARING);
  }

  /**
   * Takes in what the other runtime has taken in since this one was prepared.
   *
   * @return how long its first edition must wait: without an entry for a post that is not ready,
   *     readers would see the post disappear and come back
   */
  WaitLimit catchUp(SiteRuntime former, Instant now) {
    if (!isSamePlace(former)) {
      return WHOLE;
    }
    boolean canStandIn = pipeline.inherit(former.pipeline);
    ingester.catchUp(former.ingester, now);
    return canStandIn ? BRIEF : WHOLE;
  }

  /** Reads commits before anything is published, if their dates are used. */
  void readCommits(Clock clock) {
    if (commits != null) {
      commits.read(pipeline.fileState(), clock);
    }
  }

  /** Checks for new commits; the signal comes when they are read. */
  void pollCommits(Clock clock, Consumer<Signal> signals) {
    if (commits != null) {
      commits.poll(clock, signals);
    }
  }

  /**
   * Applies the dates of commits that were read to the posts.
   *
   * @param isOnlyChange whether nothing else changes: then it is known how many posts have other
   *     dates
   */
  void take(Signal.CommitsRead read, boolean isOnlyChange) {
    if (commits != null) {
      commits.take(read.reading(), pipeline.fileState());
      if (isOnlyChange) {
        pipeline.continuity().markSettled();
      }
    }
  }

  @AnyThread
  Settings settings() {
    return settings;
  }

  @AnyThread
  Pipeline pipeline() {
    return pipeline;
  }

  FileIngester ingester() {
    return ingester;
  }

  /** What was read at the start, to be written when there is time. */
  @AnyThread
  KeptReadings readings() {
    return readings;
  }

  @AnyThread
  DirectoryScanner scanner() {
    return scanner;
  }

  /** Whether the authors file has changed since this last returned true, or since it was read. */
  boolean pollAuthors() {
    return authorsFile != null && authorsFile.poll();
  }

  /** Whether the authors file is unchanged since it was read, and stable. */
  boolean isSettled() {
    return authorsFile == null || authorsFile.holds();
  }

  /** All current problems, in no order. */
  Set<Problem> problems() {
    Set<Problem> problems = pipeline.problems();
    problems.addAll(authors.problems());
    problems.addAll(scanner.problems());
    problems.addAll(notes.problems(pipeline.edition().library()));
    problems.addAll(settings.site().words().problems());
    if (commits != null) {
      problems.addAll(commits.problems());
    }
    return problems;
  }

  /**
   * Closes a runtime that was replaced. Requests to its last snapshot are still answered: its
   * threads end when they have nothing left to do.
   */
  @AnyThread
  void retire() {
    if (commits != null) {
      commits.close();
    }
    scanner.close();
  }

  @AnyThread
  @Override
  public void close() {
    retire();
    renderers.close();
  }
}

package io.github.feedwright.publish;

import io.github.feedwright.edition.Pipeline;
import io.github.feedwright.edition.entry.RenderThreads;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.intake.DirectoryScanner;
import io.github.feedwright.intake.FileIngester;
import io.github.feedwright.intake.LoadedAuthors;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.source.WatchedFile;
import io.github.feedwright.web.RepresentationCache;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that works for one configuration and one authors file. */
final class SiteRuntime implements AutoCloseable {
  /** For how long one post that is slow to render may hold up the others. */
  static final WaitLimit BRIEF = WaitLimit.of(Duration.ofMillis(250));

  /** Nothing is served that could go stale by waiting. */
  static final WaitLimit WHOLE = WaitLimit.of(Duration.ofSeconds(30));

  /** Former entries stand in for slow posts, or they are waited for at the end. */
  private static final WaitLimit BESIDE =
      new WaitLimit(Duration.ofSeconds(30), Duration.ofSeconds(2));

  private static final int RENDERERS = 4;

  private final Settings settings;
  private final SourceTree tree;

  /** Its own: what is made ready beside others must not stand in line before their edits. */
  private final RenderThreads renderers = new RenderThreads(RENDERERS);

  private final @Nullable WatchedFile authorsFile;
  private final LoadedAuthors authors;
  private final Pipeline pipeline;
  private final FileIngester ingester;
  private final DirectoryScanner scanner;

  SiteRuntime(Settings settings, RepresentationCache representations, Consumer<Signal> signals) {
    this(settings, representations, signals, null);
  }

  /** Works that follow others: what these had and cannot be had any more stays. */
  SiteRuntime(
      Settings settings,
      RepresentationCache representations,
      Consumer<Signal> signals,
      @Nullable SiteRuntime former) {
    this.settings = settings;
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
            renderers,
            path -> signals.accept(new Signal.RenderFinished(path)));
    PostParser parser = new PostParser(settings, authors.authors());
    this.ingester = new FileIngester(settings, tree, parser, pipeline.fileState(), representations);
    this.scanner = new DirectoryScanner(settings, tree, ingester, signals);
  }

  private boolean isSamePlace(SiteRuntime other) {
    return settings.posts().directory().equals(other.settings.posts().directory());
  }

  /**
   * Takes in what there is, save the files that are in flux where others work, and renders what is
   * going to be published. The others may work on meanwhile.
   */
  void makeReady(SiteRuntime former, Clock clock) {
    if (isSamePlace(former)) {
      ingester.takeSettled(scanner.list(), clock.instant(), former.ingester);
    } else {
      ingester.takeWhole(scanner.list(), clock.instant());
    }
    pipeline.prepare(clock.instant(), BESIDE);
  }

  /**
   * Takes in what others have taken in since this was made ready.
   *
   * @return for how long its first edition is to wait: where nothing can stand in for a post that
   *     is not ready, readers would see it go and come back
   */
  WaitLimit catchUp(SiteRuntime former, Instant now) {
    if (!isSamePlace(former)) {
      return WHOLE;
    }
    boolean canStandIn = pipeline.inherit(former.pipeline);
    ingester.catchUp(former.ingester, now);
    return canStandIn ? BRIEF : WHOLE;
  }

  Settings settings() {
    return settings;
  }

  Pipeline pipeline() {
    return pipeline;
  }

  FileIngester ingester() {
    return ingester;
  }

  DirectoryScanner scanner() {
    return scanner;
  }

  /** Whether the authors file has changed since it was read. */
  boolean isOutdated() {
    return authorsFile != null && authorsFile.changed();
  }

  /** Whether the authors file is as it was read, and nobody is in the midst of writing it. */
  boolean isSettled() {
    return authorsFile == null || authorsFile.holds();
  }

  /** Everything that is wrong now. */
  Collection<Problem> problems() {
    Collection<Problem> problems = new TreeSet<>(pipeline.problems());
    problems.addAll(authors.problems());
    problems.addAll(scanner.problems());
    return problems;
  }

  @Override
  public void close() {
    scanner.close();
    renderers.close();
  }
}

package io.github.feedwright.publish;

import io.github.feedwright.post.PostParser;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.source.WatchedFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that works for one configuration and one authors file. */
final class Works implements AutoCloseable {
  private final Settings settings;
  private final @Nullable WatchedFile authorsFile;
  private final Sidecar authors;
  private final Pipeline pipeline;
  private final Intake intake;
  private final Scout scout;

  Works(Settings settings, Workshop workshop, Renderers renderers, Consumer<Signal> signals) {
    this(settings, workshop, renderers, signals, null);
  }

  /** Works that follow others: what these had and cannot be had any more stays. */
  Works(
      Settings settings,
      Workshop workshop,
      Renderers renderers,
      Consumer<Signal> signals,
      @Nullable Works former) {
    this.settings = settings;
    Path file = settings.posts().authors();
    this.authorsFile = file == null ? null : new WatchedFile(file);
    this.authors = Sidecar.authors(settings, former == null ? null : former.authors);
    SourceTree tree = new SourceTree(settings.posts().directory());
    this.pipeline =
        new Pipeline(settings, workshop, renderers, path -> signals.accept(new Signal.Ripe(path)));
    PostParser parser = new PostParser(settings, authors.authors());
    this.intake = new Intake(settings, tree, parser, pipeline.holdings(), workshop);
    this.scout = new Scout(settings, tree, intake, signals);
  }

  /** Takes in what there is, save the files that were in flux when others worked here. */
  void takeAll(Listing listing, Instant now, Works former) {
    boolean isSamePlace = settings.posts().directory().equals(former.settings.posts().directory());
    if (!isSamePlace) {
      intake.takeAll(listing, now);
      return;
    }
    Map<String, SourceFile> known = former.intake.known();
    pipeline.inherit(former.pipeline);
    intake.takeAll(listing, now, file -> file.equals(known.get(file.path())));
    pipeline.holdings().keep(known.keySet(), path -> !listing.deleted(path));
  }

  Settings settings() {
    return settings;
  }

  Pipeline pipeline() {
    return pipeline;
  }

  Intake intake() {
    return intake;
  }

  Scout scout() {
    return scout;
  }

  /** Whether the authors file has changed since it was read. */
  boolean isOutdated() {
    return authorsFile != null && authorsFile.changed();
  }

  /** Everything that is wrong now. */
  Collection<Problem> problems() {
    Collection<Problem> problems = new TreeSet<>(pipeline.problems());
    problems.addAll(authors.problems());
    problems.addAll(scout.problems());
    return problems;
  }

  @Override
  public void close() {
    scout.close();
  }
}

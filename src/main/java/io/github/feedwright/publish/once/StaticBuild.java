package io.github.feedwright.publish.once;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.edition.Fingerprints;
import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.edition.Pipeline;
import io.github.feedwright.edition.entry.RenderThreads;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.feed.Notes;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.reading.KeptReadings;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Level;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.publish.PublishedMemory;
import io.github.feedwright.publish.WrittenIds;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds a directory of posts once, as it is at one instant. */
public final class StaticBuild implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StaticBuild.class);
  private static final WaitLimit WAIT_LIMIT = WaitLimit.of(Duration.ofHours(1));

  private final RenderThreads renderers = new RenderThreads(Threads.cores());
  private final ExecutorService workers = Threads.pool("worker", Threads.cores());
  private final Settings settings;
  private final CacheStore store;
  private final Instant now;
  private final Pipeline pipeline;
  private final Collection<Problem> problems = new TreeSet<>();
  private final KeptReadings readings;

  private StaticBuild(Settings settings, Clock clock, CacheStore store, PublishedPosts shown) {
    this.settings = settings;
    this.store = store;
    this.now = clock.instant();
    RepresentationCache representations = RepresentationCache.forFiles(workers);
    this.pipeline =
        new Pipeline(settings, representations, RenderingCaches.of(store), renderers, late -> {});
    SiteReader.Found found =
        SiteReader.read(settings, pipeline.fileState(), representations, store, now);
    problems.addAll(found.problems());
    this.readings = found.readings();
    pipeline.continuity().remember(shown);
    pipeline.start(now, WAIT_LIMIT, now);
    problems.addAll(new Notes(settings).problems(pipeline.edition().library()));
  }

  /**
   * Reads a directory as it is now.
   *
   * @param store of what was read and rendered before
   * @param shown what readers were shown before
   */
  public static StaticBuild of(
      Settings settings, Clock clock, CacheStore store, PublishedPosts shown) {
    return new StaticBuild(settings, clock, store, shown);
  }

  /** Remembers what was built, because readers are shown it from now on. */
  public void keepIn(PublishedMemory memory) {
    if (memory.read().isEmpty()) {
      LOG.info("{}", memory.unknownMessage());
    }
    memory.keep(pipeline.continuity().published());
    memory.notes().keep(settings.notes());
    new WrittenIds().write(settings, pipeline);
  }

  /**
   * Why posts are missing from the site, or not published as their files say. What readers were
   * shown may be a reason too.
   */
  public Collection<Problem> losses() {
    Collection<Problem> losses = new TreeSet<>(problems);
    losses.addAll(pipeline.problems());
    losses.removeIf(problem -> problem.level() != Level.ERROR);
    losses.addAll(pipeline.continuity().problems(pipeline.edition().library()));
    return losses;
  }

  /** How many posts, feeds and problems there are. */
  public Health health() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    Collection<Problem> all = new TreeSet<>(problems);
    all.addAll(pipeline.problems());
    all.stream()
        .filter(problem -> problem.level() != Level.NOTE)
        .forEach(problem -> counts.merge(problem.kind(), 1, Integer::sum));
    Edition edition = pipeline.edition();
    return new Health(
        true, "once", edition.library().size(), edition.feeds(settings.feeds()), 0, counts, null);
  }

  /** What a server would serve; its documents are made when they are asked for. */
  public MapSnapshot snapshot() {
    return pipeline.edition().snapshot();
  }

  /** What the documents are made of; null if nothing is kept between two builds. */
  public @Nullable Fingerprints fingerprints() {
    return store.isOff() ? null : pipeline.fingerprints(store.documentIdentity(settings), now);
  }

  @Override
  public void close() {
    readings.write();
    renderers.close();
    workers.shutdownNow();
  }
}

package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.edition.FeedAnnouncer;
import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.edition.continuity.HeldPosts;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.intake.state.Unpublished;
import io.github.feedwright.problem.ProblemLog;
import io.github.feedwright.settings.HttpSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.Health.Held;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.PublicationCount;
import io.github.feedwright.web.cache.CacheLimits;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import io.github.feedwright.web.push.FeedListener;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a directory of posts and keeps the publication up to date with the directory.
 *
 * <p>One thread runs the pipeline: it takes in changed files, and then replaces the whole snapshot.
 * Whatever fails, the last good snapshot stays.
 *
 * <p>Threads: {@code main} starts it, {@code http} reads, {@code shutdown} stops it, and {@code
 * publish} does the work in a {@link PublishLoop}.
 */
public final class Publisher implements Publication, AutoCloseable {
  private static final int WORKERS = 2;

  private final SignalQueue signals = new SignalQueue();
  private final ExecutorService workers = Threads.pool("worker", WORKERS);
  private final ExecutorService digests = Threads.pool("digest", 1);
  private final ProblemLog problems = new ProblemLog();
  private final PublishedMemory memory;
  private final PublishLoop loop;
  private final Thread thread;
  private final FeedAnnouncer announcer = new FeedAnnouncer();

  /** A publisher with limits for what it can make again. */
  Publisher(
      Settings settings,
      SettingsSource source,
      Clock clock,
      CacheLimits limits,
      PublishedMemory memory,
      CacheStore store) {
    this.memory = memory;
    RepresentationCache representations =
        new RepresentationCache(workers, digests, new LastModifiedClock(), limits);
    RenderingCaches caches = new RenderingCaches(limits.html(), store);
    ConfigReload reload =
        new ConfigReload(
            new SettingsWatch(source),
            (next, former) -> new SiteRuntime(next, representations, caches, signals::add, former),
            clock);
    SiteRuntime runtime = new SiteRuntime(settings, representations, caches, signals::add);
    this.loop = new PublishLoop(clock, signals, problems, runtime, reload, memory, announcer);
    this.thread = Threads.thread("publish", loop);
  }

  /**
   * A publisher that has not started yet.
   *
   * @param settings the first settings of the source
   * @param source checked while it publishes; valid changes take effect immediately
   * @param memory what was published before; it keeps what is published from now on
   * @param store what was read and rendered before
   */
  public static Publisher prepare(
      Settings settings,
      SettingsSource source,
      Clock clock,
      PublishedMemory memory,
      CacheStore store) {
    return new Publisher(settings, source, clock, CacheLimits.USUAL, memory, store);
  }

  /** Names what is called with every change of feeds that name a hub; before the start. */
  public void setListener(FeedListener listener) {
    announcer.setListener(listener);
  }

  /** Starts to publish. Returns immediately; the first snapshot is made in the background. */
  public void start() {
    CompletableFuture<Void> unused =
        loop.first().thenAcceptAsync(first -> first.runtime().readings().write(), workers);
    thread.start();
  }

  /** Whether changes are still published: false after it has ended, for any reason. */
  public boolean isAlive() {
    return thread.isAlive();
  }

  /** Whether all that the last scan found is published, and no event came since. */
  boolean isIdle() {
    return loop.isIdle();
  }

  /** Completed when the first snapshot is served, with the state at that time. */
  public CompletableFuture<Health> first() {
    return loop.first().thenApply(this::health);
  }

  /** What the first snapshot does not publish, by path; completed with it. */
  public CompletableFuture<List<Unpublished>> unpublished() {
    return loop.first().thenApply(ServedState::unpublished);
  }

  @Override
  public @Nullable MapSnapshot snapshot() {
    Edition edition = loop.published().edition();
    return edition == null ? null : edition.snapshot();
  }

  @Override
  public Health health() {
    return health(loop.published());
  }

  private Health health(ServedState published) {
    Edition edition = published.edition();
    return new Health(
        edition != null,
        published.runtime().scanner().state(),
        edition == null ? 0 : edition.library().size(),
        edition == null ? 0 : edition.feeds(settings().feeds()),
        edition == null ? 0 : edition.warming(settings().feeds()),
        problems.counts(),
        held(published.held()));
  }

  private static @Nullable Held held(HeldPosts held) {
    List<String> first = held.paths().stream().limit(Held.MOST_NAMED).toList();
    return held.count() == 0 ? null : new Held(held.count(), first, held.token());
  }

  @Override
  public PublicationCount publications() {
    return loop.publications();
  }

  /** Reads the configuration soon, though its file may look the same. */
  public void checkConfiguration() {
    signals.add(new Signal.ConfigurationAsked());
  }

  @Override
  public HttpSettings http() {
    return settings().http();
  }

  /** The current settings. */
  public Settings settings() {
    return loop.published().runtime().settings();
  }

  /** Stops publishing; the last snapshot stays but is no longer updated. */
  @Override
  public void close() {
    signals.add(new Signal.Stop());
    loop.published().runtime().close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    memory.close();
    workers.shutdownNow();
    digests.shutdownNow();
  }
}

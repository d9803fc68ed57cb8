package io.github.feedwright.publish;

import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.thread.Threads;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Notices a changed configuration or authors file, and prepares the next site runtime on a separate
 * thread. The current one continues to publish meanwhile, so that no edit waits until a large site
 * is rendered again.
 */
@PublishingThread
final class ConfigReload implements AutoCloseable {
  private final SettingsWatch configuration;
  private final BiFunction<Settings, SiteRuntime, SiteRuntime> successor;
  private final Clock clock;
  private final ExecutorService thread = Threads.pool("reload", 1);
  private @Nullable Settings awaited;
  private @Nullable Next next;

  private record Next(SiteRuntime runtime, CompletableFuture<Void> ready) {}

  /**
   * A reload with nothing to do yet.
   *
   * @param successor makes a runtime for settings, to replace another one
   */
  ConfigReload(
      SettingsWatch configuration,
      BiFunction<Settings, SiteRuntime, SiteRuntime> successor,
      Clock clock) {
    this.configuration = configuration;
    this.successor = successor;
    this.clock = clock;
  }

  /** Reads the configuration at the next check, even if its file looks the same. */
  void ask() {
    configuration.ask();
  }

  /** Checks whether the current runtime must be replaced. */
  void check(SiteRuntime now) {
    Settings wanted = awaited == null ? now.settings() : awaited;
    Settings changed = configuration.poll(wanted);
    if (changed != null || now.pollAuthors() || (next != null && next.runtime().pollAuthors())) {
      awaited = changed == null ? wanted : changed;
      abandon();
    }
  }

  /**
   * Starts to prepare the next runtime, if one is needed.
   *
   * <p>Without a readable posts directory, a new configuration would publish an empty site, so this
   * waits for the directory.
   */
  void begin(SiteRuntime now) {
    if (awaited != null && next == null && SourceTree.isReadable(awaited.posts().directory())) {
      SiteRuntime runtime = successor.apply(awaited, now);
      next = new Next(runtime, prepared(runtime, now));
    }
  }

  /** On a thread of its own: nobody else has the runtime yet. */
  @AnyThread
  private CompletableFuture<Void> prepared(SiteRuntime runtime, SiteRuntime now) {
    return CompletableFuture.runAsync(() -> runtime.makeReady(now, clock), thread);
  }

  /**
   * Hands over the next runtime; null while none is ready.
   *
   * @throws java.util.concurrent.CompletionException if it could not be prepared; it is still
   *     needed
   */
  @Nullable SiteRuntime takeReady() {
    if (next == null || !next.ready().isDone() || !next.runtime().isSettled()) {
      return null;
    }
    Next done = next;
    next = null;
    try {
      done.ready().join();
    } catch (RuntimeException e) {
      done.runtime().close();
      throw e;
    }
    return done.runtime();
  }

  /** The next runtime has taken over. */
  void end() {
    awaited = null;
  }

  private void abandon() {
    if (next != null) {
      next.runtime().close();
      next = null;
    }
  }

  /** The problems of the current configuration file. */
  List<Problem> problems() {
    return configuration.problems();
  }

  @Override
  public void close() {
    abandon();
    thread.shutdownNow();
  }
}

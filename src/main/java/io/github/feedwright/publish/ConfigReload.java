package io.github.feedwright.publish;

import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.thread.Threads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Notices a changed configuration or authors file, and has the works that are to follow made ready
 * on a thread of its own: those that publish go on meanwhile, so that no edit waits for a large
 * site to be rendered anew. Used by the publishing thread alone.
 */
final class ConfigReload implements AutoCloseable {
  private final SettingsWatch configuration;
  private final BiFunction<Settings, SiteRuntime, SiteRuntime> successor;
  private final BiConsumer<SiteRuntime, SiteRuntime> preparation;
  private final ExecutorService thread = Threads.pool("changeover", 1);
  private @Nullable Settings awaited;
  private @Nullable Next next;

  private record Next(SiteRuntime runtime, CompletableFuture<Void> ready) {}

  /**
   * A changeover with nothing to do yet.
   *
   * @param successor makes works for settings, to follow others
   * @param preparation makes such works ready; it may take as long as a start does
   */
  ConfigReload(
      SettingsWatch configuration,
      BiFunction<Settings, SiteRuntime, SiteRuntime> successor,
      BiConsumer<SiteRuntime, SiteRuntime> preparation) {
    this.configuration = configuration;
    this.successor = successor;
    this.preparation = preparation;
  }

  /** Looks whether other works are wanted than those that publish now. */
  void look(SiteRuntime now) {
    Settings wanted = awaited == null ? now.settings() : awaited;
    Settings changed = configuration.changed(wanted);
    if (changed != null || now.isOutdated() || (next != null && next.runtime().isOutdated())) {
      awaited = changed == null ? wanted : changed;
      abandon();
    }
  }

  /**
   * Begins to make the works ready that are wanted, if there are any.
   *
   * <p>Without its directory, or one that it may read, a new configuration would publish an empty
   * site: it waits for it.
   */
  void begin(SiteRuntime now) {
    if (awaited != null && next == null && SourceTree.isReadable(awaited.posts().directory())) {
      SiteRuntime runtime = successor.apply(awaited, now);
      next =
          new Next(
              runtime, CompletableFuture.runAsync(() -> preparation.accept(runtime, now), thread));
    }
  }

  /**
   * The works that are to take over, once: null while there are none, or none that are ready.
   *
   * @throws java.util.concurrent.CompletionException if they could not be made ready; they are
   *     wanted still
   */
  @Nullable SiteRuntime ready() {
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

  /** The works that were wanted have taken over. */
  void end() {
    awaited = null;
  }

  private void abandon() {
    if (next != null) {
      next.runtime().close();
      next = null;
    }
  }

  /** What is wrong with the configuration as it is now. */
  List<Problem> problems() {
    return configuration.problems();
  }

  @Override
  public void close() {
    abandon();
    thread.shutdownNow();
  }
}

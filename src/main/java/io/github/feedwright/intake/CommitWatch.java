package io.github.feedwright.intake;

import io.github.feedwright.history.CommitDates;
import io.github.feedwright.history.GitHistory;
import io.github.feedwright.history.HeadState;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.GitSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.thread.Threads;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices commits in the repository that holds the posts, and reads them on the thread {@code
 * history}.
 */
@PublishingThread
public final class CommitWatch implements AutoCloseable {
  private final GitHistory history;
  private CommitDates dates;
  private final ExecutorService thread = Threads.pool("history", 1);
  private HeadState read = new HeadState(List.of());
  private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
  private Instant until = Instant.MAX;
  private List<Problem> problems = List.of();

  private CommitWatch(GitHistory history, CommitDates dates) {
    this.history = history;
    this.dates = dates;
  }

  /**
   * A watch, or null if commits are not read for dates.
   *
   * @param former of the same posts, whose dates stay while none can be read; or null
   */
  public static @Nullable CommitWatch of(Settings settings, @Nullable CommitWatch former) {
    GitHistory history = history(settings);
    CommitDates known = former == null ? CommitDates.NONE : former.dates;
    return history == null ? null : new CommitWatch(history, known);
  }

  /** The history, or null if commits are not read for dates. */
  public static @Nullable GitHistory history(Settings settings) {
    GitSettings git = settings.posts().git();
    if (git == null) {
      return null;
    }
    PostPaths paths = new PostPaths(false, settings.posts().generator().readsMdx(), false);
    return new GitHistory(settings.posts().directory(), git, paths::isRead, paths.toString());
  }

  /** Reads the commits now: the first snapshot must have the dates of every later one. */
  public void read(FileState files, Clock clock) {
    read = history.state();
    take(history.read(clock), files);
  }

  /**
   * Begins to read the commits if there are others, or if the date of one begins to count; the
   * signal comes when they are read.
   */
  public void poll(Clock clock, Consumer<Signal> signals) {
    if (!running.isDone()) {
      return;
    }
    HeadState now = history.state();
    if (!now.equals(read) || !clock.instant().isBefore(until)) {
      read = now;
      until = Instant.MAX;
      running = reading(clock, signals);
    }
  }

  @AnyThread
  private CompletableFuture<Void> reading(Clock clock, Consumer<Signal> signals) {
    return CompletableFuture.runAsync(
        () -> signals.accept(new Signal.CommitsRead(history.read(clock))), thread);
  }

  /** Applies the dates that were read to the posts; if none could be read, the last ones stay. */
  public void take(GitHistory.Reading reading, FileState files) {
    problems = reading.problems();
    until = reading.until();
    dates = reading.isUsable() ? reading.dates() : dates;
    files.put(dates);
  }

  /** What was not understood, or why the commits cannot be used. */
  public List<Problem> problems() {
    return problems;
  }

  @AnyThread
  @Override
  public void close() {
    thread.shutdownNow();
  }
}

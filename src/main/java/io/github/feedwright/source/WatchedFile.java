package io.github.feedwright.source;

import io.github.feedwright.thread.PublishingThread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file outside the posts directory that is polled.
 *
 * <p>A symbolic link is followed, so that a swapped mounted configuration is noticed.
 */
@PublishingThread
public final class WatchedFile {
  /** Longer than a slow writer pauses. */
  private static final Duration STILL = Duration.ofMillis(250);

  private final Path file;
  private @Nullable SourceFile taken;
  private @Nullable SourceFile seen;
  private long since;

  /** A file as it is now; it need not exist. */
  public WatchedFile(Path file) {
    this.file = file;
    this.taken = look();
    this.seen = taken;
    this.since = System.nanoTime();
  }

  /** Whether it has changed since this last returned true, and has been stable for a while. */
  public boolean poll() {
    SourceFile now = look();
    if (!Objects.equals(now, seen)) {
      seen = now;
      since = System.nanoTime();
    }
    if (Objects.equals(now, taken) || System.nanoTime() - since < STILL.toNanos()) {
      return false;
    }
    taken = now;
    return true;
  }

  /** Whether it is as it was when it was last read, and has been stable since, or for a while. */
  public boolean holds() {
    return Objects.equals(look(), taken) && System.nanoTime() - since >= STILL.toNanos();
  }

  private @Nullable SourceFile look() {
    try {
      return FileStat.of(file.toRealPath()).named(file.toString());
    } catch (IOException absent) {
      return null;
    }
  }
}

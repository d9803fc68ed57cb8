package io.github.feedwright.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file outside the posts directory, looked at now and then. Used by one thread.
 *
 * <p>What it leads to counts, if it is a symbolic link, so that a mounted configuration that is
 * swapped is noticed.
 */
public final class WatchedFile {
  private final Path file;
  private @Nullable SourceFile taken;
  private @Nullable SourceFile seen;

  /** A file as it is now, which need not exist. */
  public WatchedFile(Path file) {
    this.file = file;
    this.taken = look();
    this.seen = taken;
  }

  /** Whether it is another than when this last said so, and was the same at the last two looks. */
  public boolean changed() {
    SourceFile now = look();
    boolean still = Objects.equals(now, seen);
    seen = now;
    if (!still || Objects.equals(now, taken)) {
      return false;
    }
    taken = now;
    return true;
  }

  private @Nullable SourceFile look() {
    try {
      return FileStat.of(file.toRealPath()).named(file.toString());
    } catch (IOException absent) {
      return null;
    }
  }
}

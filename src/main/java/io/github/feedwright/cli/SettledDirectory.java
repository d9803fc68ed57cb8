package io.github.feedwright.cli;

import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits while files are being moved: the state between two moves must not be recorded. */
final class SettledDirectory {
  /** By then, a server has seen what has changed. */
  private static final Duration STILL = Duration.ofSeconds(2);

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private SettledDirectory() {}

  static void await(Path directory, Clock clock) {
    SourceTree tree = new SourceTree(directory);
    Instant end = clock.instant().plus(LONGEST);
    while (clock.instant().isBefore(end) && isChanging(tree, clock.instant())) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  private static boolean isChanging(SourceTree tree, Instant now) {
    return tree.list().files().values().stream()
        .map(SourceFile::changed)
        .anyMatch(changed -> changed.isAfter(now.minus(STILL)) && !changed.isAfter(now));
  }
}

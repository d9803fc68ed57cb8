package io.github.feedwright.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files that events have named since the last scan. If none of them is missing or new, nothing
 * was renamed or deleted; and if none has another name, nothing else was changed with it: then a
 * look at them says as much as another scan.
 *
 * <p>Threads: {@code watch} adds files, {@code scan} looks at them, {@code publish} asks for more.
 */
public final class TouchedFiles {
  /** If more change at once, some of their events may be lost. */
  private static final int MOST = 100;

  private final Set<String> paths = new HashSet<>();
  private Set<String> linked = Set.of();
  private boolean isMore = true;

  /** An event named this file. */
  public synchronized void add(String path) {
    if (paths.size() < MOST) {
      paths.add(path);
    } else {
      isMore = true;
    }
  }

  /** Any file may have changed. */
  public synchronized void addAll() {
    isMore = true;
  }

  /** A scan begins, which finds what was named before. */
  public synchronized void clear() {
    paths.clear();
    isMore = false;
  }

  /**
   * A scan has ended. As long as it finds problems, or not every directory is watched, only the
   * next one tells whether this is still so.
   */
  public synchronized void noteScan(Listing listing, WatchState state) {
    linked = listing.linked();
    isMore |= !listing.problems().isEmpty() || state.isDegraded();
  }

  private synchronized @Nullable Set<String> take() {
    Set<String> taken = isMore ? null : Set.copyOf(paths);
    clear();
    return taken;
  }

  /**
   * Looks at the files, each once.
   *
   * @param known what was last known of a file, or null
   * @param isRead whether a file would be read if it were there
   * @return those that are not as they are known, or null if only a scan can tell what happened
   */
  public @Nullable List<String> takeChanged(
      SourceTree tree, Function<String, @Nullable SourceFile> known, Predicate<String> isRead) {
    Set<String> taken = take();
    if (taken == null) {
      return null;
    }
    List<String> changed = new ArrayList<>();
    for (String path : taken) {
      SourceFile before = known.apply(path);
      SourceFile seen = tree.stat(path);
      if (isOpen(path, before, seen, isRead) || tree.isShared(path)) {
        return null;
      }
      if (before != null && !before.equals(seen)) {
        changed.add(path);
      }
    }
    return changed;
  }

  /** Whether a file has come or gone, or something through which links may go. */
  private boolean isOpen(
      String path,
      @Nullable SourceFile before,
      @Nullable SourceFile seen,
      Predicate<String> isRead) {
    if (linked.contains(path) || (seen == null && !linked.isEmpty())) {
      return true;
    }
    return before == null ? seen != null && isRead.test(path) : seen == null;
  }
}

package io.github.feedwright.source;

import io.github.feedwright.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Every file below the root at one time.
 *
 * @param files by path, sorted; unmodifiable
 * @param directories by path, that of the root being empty; unmodifiable
 * @param unreadable paths of directories and files that could not be looked at: that something is
 *     not in {@code files} means nothing there
 * @param problems what a person should mend
 * @param rootMissing whether there is no root, so that nothing at all is known
 */
public record Listing(
    SortedMap<String, SourceFile> files,
    SortedMap<String, SourceDirectory> directories,
    Set<String> unreadable,
    List<Problem> problems,
    boolean rootMissing) {

  /**
   * Whether a file of an earlier listing that is not in this one was deleted, as far as is known.
   */
  public boolean deleted(String path) {
    return !rootMissing && !files.containsKey(path) && !isUnreadable(path);
  }

  private boolean isUnreadable(String path) {
    if (unreadable.isEmpty()) {
      return false;
    }
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (unreadable.contains(path.substring(0, end))) {
        return true;
      }
    }
    return unreadable.contains("");
  }
}

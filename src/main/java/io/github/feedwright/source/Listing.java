package io.github.feedwright.source;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Every file below the root at one time.
 *
 * @param files by path, sorted; unmodifiable
 * @param directories by path (the root's is empty); unmodifiable
 * @param unreadable paths of directories and files that could not be read: below them, absence from
 *     {@code files} means nothing
 * @param problems what a person should fix
 * @param rootMissing whether there is no root, or an empty one in its place, so that nothing is
 *     known
 */
public record Listing(
    SortedMap<String, SourceFile> files,
    SortedMap<String, SourceDirectory> directories,
    Set<String> unreadable,
    List<Problem> problems,
    boolean rootMissing) {

  /**
   * Whether a file that an earlier listing has and this one has not was deleted, as far as is
   * known.
   */
  public boolean deleted(String path) {
    return !rootMissing && !files.containsKey(path) && !isUnreadable(path);
  }

  /** The files that have other names here: symbolic links, and what they point to. */
  Set<String> linked() {
    Map<String, String> names = new HashMap<>();
    Set<String> linked = new HashSet<>();
    for (SourceFile file : files.values()) {
      String other = names.putIfAbsent(file.key(), file.path());
      if (other != null) {
        linked.add(other);
        linked.add(file.path());
      }
    }
    return linked;
  }

  /** Whether an empty directory has replaced the root. */
  public boolean rootReplaced() {
    return rootMissing && !directories.isEmpty();
  }

  /** Whether there is a root that certainly has no file in it. */
  boolean holdsNothing() {
    return !rootMissing && files.isEmpty() && unreadable.isEmpty();
  }

  /** The same listing, marked as that of a directory which replaced the root. */
  Listing inPlaceOf(Path root) {
    String message =
        "the posts directory was replaced by an empty one, so the published posts stay; mount or"
            + " deploy the posts again, or put a file there if this is intended";
    Problem problem = Problem.error(root.toString(), 1, Kind.FILE, message);
    return new Listing(files, directories, unreadable, List.of(problem), true);
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

package io.github.feedwright.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which present files the names in older commits stand for, followed from the newest commit to the
 * oldest: where a file was renamed, its former name stands for it; where it was added, no older
 * file of its name does.
 */
final class Trails {
  private final Map<String, Set<String>> present = new HashMap<>();

  /** The present files that a name stands for in the commits that come next. */
  Set<String> of(String name) {
    Set<String> files = present.get(name);
    return files == null ? Set.of(name) : files;
  }

  /** The commit renamed a file: from here on, its former name stands for it. */
  void renamed(String from, String to) {
    Set<String> files = new HashSet<>(of(from));
    files.addAll(of(to));
    present.put(to, Set.of());
    present.put(from, files);
  }

  /** The commit added a file: what had its name before was another. */
  void added(String name) {
    present.put(name, Set.of());
  }

  /**
   * The names that files had before the first commit that was followed.
   *
   * @return by present file; without those that were added since
   */
  Map<String, String> oldest(Collection<String> files) {
    Map<String, String> names = new HashMap<>();
    present.forEach((name, stands) -> stands.forEach(file -> names.put(file, name)));
    Map<String, String> oldest = new HashMap<>();
    for (String file : files) {
      if (names.containsKey(file) || !present.containsKey(file)) {
        oldest.put(file, names.getOrDefault(file, file));
      }
    }
    return oldest;
  }
}

package io.github.feedwright.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which current files the names in older commits refer to, followed from the newest commit to the
 * oldest: if a file was renamed, its old name refers to it; if it was added, an older file of the
 * same name does not.
 */
final class FormerNames {
  private final Map<String, Set<String>> present = new HashMap<>();

  /** The current files that a name refers to in the next older commits. */
  Set<String> of(String name) {
    Set<String> files = present.get(name);
    return files == null ? Set.of(name) : files;
  }

  /** The commit renamed a file: from here on, its old name refers to it. */
  void renamed(String from, String to) {
    Set<String> files = new HashSet<>(of(from));
    files.addAll(of(to));
    present.put(to, Set.of());
    present.put(from, files);
  }

  /** The commit added a file: an older file of the same name was another file. */
  void added(String name) {
    present.put(name, Set.of());
  }

  /**
   * The names that files had before the first commit that was followed.
   *
   * @return by current file; without those that were added later
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

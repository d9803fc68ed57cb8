package io.github.feedwright.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which current files the names in a commit refer to, followed from newer commits to older ones: if
 * a file was renamed, its old name refers to it; if it was added, an older file of the same name
 * does not.
 */
final class FormerNames {
  /** Where this differs from what a name is now. */
  private final Map<String, Set<String>> present;

  FormerNames() {
    this.present = new HashMap<>();
  }

  FormerNames(FormerNames other) {
    this.present = new HashMap<>(other.present);
  }

  /** The current files that a name refers to. */
  Set<String> of(String name) {
    Set<String> files = present.get(name);
    return files == null ? Set.of(name) : files;
  }

  /** The commit renamed a file: from here on, its old name refers to it. */
  void noteRenamed(String from, String to) {
    Set<String> files = new HashSet<>(of(from));
    files.addAll(of(to));
    present.put(to, Set.of());
    present.put(from, files);
  }

  /** The commit added a file: an older file of the same name was another file. */
  void noteAdded(String name) {
    present.put(name, Set.of());
  }

  /** What a name refers to in a commit that two branches began at. */
  FormerNames and(FormerNames other) {
    Set<String> names = new HashSet<>(present.keySet());
    names.addAll(other.present.keySet());
    FormerNames both = new FormerNames();
    for (String name : names) {
      Set<String> files = new HashSet<>(of(name));
      files.addAll(other.of(name));
      both.present.put(name, files);
    }
    return both;
  }
}

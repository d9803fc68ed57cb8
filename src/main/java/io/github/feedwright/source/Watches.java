package io.github.feedwright.source;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.WatchKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The watched directories.
 *
 * <p>Threads: {@code watch} looks up what an event is about, {@code scan} sets what is watched.
 */
final class Watches {
  private final DirectoryEvents events;
  private final NavigableMap<String, Watch> byPath;
  private final Map<WatchKey, String> paths = new HashMap<>();
  private @Nullable String trouble;

  Watches(DirectoryEvents events) {
    this(events, new TreeMap<>());
  }

  /**
   * Keeps the directories in a map.
   *
   * @param byPath in the order of their paths
   */
  Watches(DirectoryEvents events, NavigableMap<String, Watch> byPath) {
    this.events = events;
    this.byPath = byPath;
  }

  /**
   * A directory that is watched.
   *
   * @param path below the root
   */
  record Watch(String path, SourceDirectory directory, WatchKey key) {}

  /**
   * Watches exactly these directories.
   *
   * @return whether any was not watched before, so that its changes may have been missed
   */
  synchronized boolean rearm(Map<String, SourceDirectory> directories) {
    trouble = null;
    byPath.keySet().stream()
        .filter(path -> !directories.containsKey(path))
        .toList()
        .forEach(this::cancel);
    boolean added = false;
    for (Map.Entry<String, SourceDirectory> each : directories.entrySet()) {
      added |= add(each.getKey(), each.getValue());
    }
    return added;
  }

  /** Stops watching a directory and everything below it; false if it was not watched. */
  synchronized boolean forget(String path) {
    boolean known = byPath.containsKey(path);
    // Each deleted file may have been a directory: only what is below it is looked at.
    Set<String> below =
        path.isEmpty()
            ? byPath.keySet()
            : byPath.subMap(path + "/", path + (char) ('/' + 1)).keySet();
    List.copyOf(below).forEach(this::cancel);
    cancel(path);
    return known;
  }

  /** The directory of a key; empty if it is no longer watched. */
  synchronized Optional<Watch> watch(WatchKey key) {
    return Optional.ofNullable(paths.get(key)).map(byPath::get);
  }

  /** Why changes may be missed, as part of a sentence, or null. */
  synchronized @Nullable String trouble() {
    return trouble == null && !byPath.containsKey("") ? "the posts directory is missing" : trouble;
  }

  private boolean add(String path, SourceDirectory directory) {
    Watch known = byPath.get(path);
    if (known != null && known.key().isValid() && known.directory().equals(directory)) {
      return false;
    }
    try {
      WatchKey key = events.register(directory.real());
      if (known != null && !known.key().equals(key)) {
        cancel(path);
      }
      byPath.put(path, new Watch(path, directory, key));
      paths.put(key, path);
      // Some file systems give a directory a new inode at each look; the watch key stays the same.
      return known == null || !known.key().equals(key);
    } catch (NoSuchFileException | NotDirectoryException vanished) {
      return false;
    } catch (IOException refused) {
      trouble = WatchFailures.of(refused);
      return false;
    }
  }

  /** A directory that was moved within the tree already has its key under its new path. */
  private void cancel(String path) {
    Watch watch = byPath.remove(path);
    if (watch != null && paths.remove(watch.key(), path)) {
      watch.key().cancel();
    }
  }
}

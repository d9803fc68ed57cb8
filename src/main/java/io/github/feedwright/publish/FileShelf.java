package io.github.feedwright.publish;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files beside posts, and which of them are served: what lies in a page bundle, or below it, is
 * as private as its post. Files that lie in a folder without {@code index.*} may be anybody's. Used
 * by the publishing thread alone.
 */
final class FileShelf {
  private final NavigableMap<String, DiskFile> files = new TreeMap<>();
  private final Map<String, Set<String>> posts = new HashMap<>();

  /** By the folder of a page bundle, whether a post in it shows. */
  private final Map<String, Boolean> bundles = new HashMap<>();

  /** A file was listed; null where it is gone. */
  void put(String path, @Nullable DiskFile file) {
    if (file == null) {
      files.remove(path);
    } else {
      files.put(path, file);
    }
  }

  /** The file at a path where it is served, else null. */
  @Nullable DiskFile served(String path) {
    Boolean shows = null;
    for (String at = folder(path); shows == null && !at.isEmpty(); at = folder(at)) {
      shows = bundles.get(at);
    }
    return Boolean.FALSE.equals(shows) ? null : files.get(path);
  }

  /**
   * Follows posts that were read, came or went.
   *
   * @param looked the posts' files
   * @param known whether a file is a post, shown or not
   * @param shows whether a file's post shows
   * @return the files that may be served now and were not, or the other way round
   */
  Set<String> follow(Set<String> looked, Predicate<String> known, Predicate<String> shows) {
    Set<String> folders = new HashSet<>();
    for (String path : looked) {
      Set<String> beside = posts.computeIfAbsent(folder(path), key -> new TreeSet<>());
      boolean changed = known.test(path) ? beside.add(path) : beside.remove(path);
      if (changed || beside.contains(path)) {
        folders.add(folder(path));
      }
    }
    Set<String> touched = new HashSet<>();
    for (String folder : folders) {
      Boolean now = shows(posts.getOrDefault(folder, Set.of()), shows);
      Boolean before = now == null ? bundles.remove(folder) : bundles.put(folder, now);
      if (!folder.isEmpty() && !Objects.equals(before, now)) {
        touched.addAll(files.subMap(folder + "/", folder + (char) ('/' + 1)).keySet());
      }
    }
    return touched;
  }

  /** Whether a post in a folder shows; null where the folder is no page bundle. */
  private static @Nullable Boolean shows(Set<String> posts, Predicate<String> shows) {
    boolean isBundle = posts.stream().anyMatch(FileShelf::isIndex);
    return isBundle ? posts.stream().anyMatch(shows) : null;
  }

  private static boolean isIndex(String path) {
    return path.startsWith("index.", path.lastIndexOf('/') + 1);
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}

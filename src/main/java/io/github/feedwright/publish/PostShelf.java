package io.github.feedwright.publish;

import io.github.feedwright.post.Post;
import io.github.feedwright.post.PostReading;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.problem.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the last reading of each file gave, and the last good version of those that can no longer be
 * read. Used by the publishing thread alone.
 */
final class PostShelf {
  private record Shelved(@Nullable Post good, List<Problem> problems) {}

  private final Map<String, Shelved> shelf = new HashMap<>();
  private final TreeMap<Instant, Set<String>> turns = new TreeMap<>();
  private final Map<String, List<Problem>> faults = new HashMap<>();
  private final Map<String, Post> inherited = new HashMap<>();

  /** Takes over the good posts of a shelf that this one follows. */
  void inherit(PostShelf former) {
    former.shelf.forEach(
        (path, shelved) -> {
          if (shelved.good() != null) {
            inherited.put(path, shelved.good());
          }
        });
  }

  /** A file was read. */
  void put(String path, PostReading reading) {
    Shelved before = remove(path);
    if (reading instanceof PostReading.Understood understood) {
      shelve(path, new Shelved(understood.post(), understood.problems()));
    } else if (reading instanceof PostReading.Refused refused) {
      Post good = before == null ? inherited.get(path) : before.good();
      shelve(path, new Shelved(good, refused.problems()));
    }
    inherited.remove(path);
  }

  private void shelve(String path, Shelved shelved) {
    shelf.put(path, shelved);
    if (!shelved.problems().isEmpty()) {
      faults.put(path, shelved.problems());
    }
    turnsOf(shelved.good())
        .forEach(turn -> turns.computeIfAbsent(turn, key -> new HashSet<>()).add(path));
  }

  /** A file is gone. */
  void delete(String path) {
    remove(path);
  }

  private @Nullable Shelved remove(String path) {
    Shelved before = shelf.remove(path);
    faults.remove(path);
    if (before != null) {
      turnsOf(before.good()).forEach(turn -> forget(turn, path));
    }
    return before;
  }

  private void forget(Instant turn, String path) {
    Set<String> paths = turns.get(turn);
    if (paths != null && paths.remove(path) && paths.isEmpty()) {
      turns.remove(turn);
    }
  }

  private static List<Instant> turnsOf(@Nullable Post post) {
    if (post == null || !post.visibility().visible()) {
      return List.of();
    }
    Visibility visibility = post.visibility();
    Instant until = visibility.until();
    return until == null ? List.of(visibility.from()) : List.of(visibility.from(), until);
  }

  /** The post of a file where it shows at the given instant, else null. */
  @Nullable Post showing(String path, Instant now) {
    Shelved shelved = shelf.get(path);
    Post post = shelved == null ? null : shelved.good();
    return post != null && post.visibility().at(now) ? post : null;
  }

  /** The first instant after the given one at which some post appears or goes, or null. */
  @Nullable Instant nextTurn(Instant after) {
    return turns.higherKey(after);
  }

  /** The files whose posts appeared or went after one instant, and not after another. */
  Set<String> turned(Instant after, Instant until) {
    Set<String> paths = new HashSet<>();
    turns.subMap(after, false, until, true).values().forEach(paths::addAll);
    return paths;
  }

  /** Every file on the shelf. */
  Set<String> paths() {
    return Set.copyOf(shelf.keySet());
  }

  /** The last good version of every post, hidden ones among them. */
  List<Post> posts() {
    return shelf.values().stream().map(Shelved::good).flatMap(Stream::ofNullable).toList();
  }

  /** What is wrong with the files as they are now. */
  List<Problem> problems() {
    return faults.values().stream().flatMap(List::stream).toList();
  }
}

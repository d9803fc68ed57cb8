package io.github.feedwright.intake;

import io.github.feedwright.post.Post;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the last reading of each file gave, and the last good version of those that can no longer be
 * read. Used by the publishing thread alone.
 */
final class PostStore {
  private record Shelved(
      @Nullable Post good, List<Problem> problems, @Nullable Problem ahead, boolean isUndated) {
    /** Of a file that cannot be read, or could not be looked at yet. */
    static Shelved unread(@Nullable Post good, List<Problem> problems) {
      return new Shelved(good, problems, null, false);
    }
  }

  private final Map<String, Shelved> shelf = new HashMap<>();
  private final TreeMap<Instant, Set<String>> turns = new TreeMap<>();
  private final Map<String, Shelved> faulty = new HashMap<>();

  /** The sections that were no drafts when last read: not on the shelf. */
  private final Set<String> open = new HashSet<>();

  /** Has of a file what another shelf has of it. */
  void keep(String path, PostStore former) {
    remove(path);
    Shelved theirs = former.shelf.get(path);
    if (theirs != null) {
      shelve(path, theirs);
    }
    if (former.open.contains(path)) {
      open.add(path);
    } else {
      open.remove(path);
    }
  }

  /** A file is there and yet to be read: it might be a draft. */
  void expect(String path) {
    if (!shelf.containsKey(path) && !staysOpen(path)) {
      shelve(path, Shelved.unread(null, List.of()));
    }
  }

  /** A file was read. */
  void put(String path, ParsedPost reading) {
    Shelved before = remove(path);
    if (reading instanceof ParsedPost.Understood understood) {
      shelve(
          path, new Shelved(understood.post(), understood.problems(), understood.ahead(), false));
    } else if (reading instanceof ParsedPost.Refused refused && before == null && staysOpen(path)) {
      faulty.put(path, Shelved.unread(null, refused.problems()));
    } else {
      Post good = before == null ? null : before.good();
      if (reading instanceof ParsedPost.Refused refused) {
        shelve(path, new Shelved(good, refused.problems(), null, refused.isUndated()));
      } else if (good != null && reading instanceof ParsedPost.WithoutFrontMatter bare) {
        shelve(path, Shelved.unread(good, List.of(bare.lost())));
      }
    }
    if (PostPaths.isSection(path) && !shelf.containsKey(path)) {
      open.add(path);
    } else {
      open.remove(path);
    }
  }

  /**
   * Whether a file that cannot be read holds nothing back all the same: a section that was no draft
   * before, and the one that everything lies in, where only a draft that says so may hide it all.
   */
  private boolean staysOpen(String path) {
    return PostPaths.isSection(path) && (open.contains(path) || path.indexOf('/') < 0);
  }

  private void shelve(String path, Shelved shelved) {
    shelf.put(path, shelved);
    if (!shelved.problems().isEmpty() || shelved.ahead() != null) {
      faulty.put(path, shelved);
    }
    turnsOf(shelved.good())
        .forEach(turn -> turns.computeIfAbsent(turn, key -> new HashSet<>()).add(path));
  }

  /** A file is gone. */
  void delete(String path) {
    remove(path);
    open.remove(path);
  }

  private @Nullable Shelved remove(String path) {
    Shelved before = shelf.remove(path);
    faulty.remove(path);
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
    OffsetDateTime modified = post.dates().modified();
    return Stream.of(
            visibility.from(), visibility.until(), modified == null ? null : modified.toInstant())
        .filter(Objects::nonNull)
        .toList();
  }

  /** Whether a file is a post, shown or not, be it readable or not. */
  boolean holds(String path) {
    return shelf.containsKey(path);
  }

  /** The last good version of a post, hidden or not, or null. */
  @Nullable Post good(String path) {
    Shelved shelved = shelf.get(path);
    return shelved == null ? null : shelved.good();
  }

  /** Whether a file was understood, but for a date that it does not have. */
  boolean isUndated(String path) {
    Shelved shelved = shelf.get(path);
    return shelved != null && shelved.isUndated();
  }

  /** The post of a file where it shows at the given instant, else null. */
  @Nullable Post showing(String path, Instant now) {
    Post post = good(path);
    return post != null && post.visibility().at(now) ? post.at(now) : null;
  }

  /** The first instant after the given one at which some post appears, changes or goes, or null. */
  @Nullable Instant nextTurn(Instant after) {
    return turns.higherKey(after);
  }

  /**
   * The files whose posts show otherwise at one instant than at another; a clock that was set back
   * turns back what has turned since.
   */
  Set<String> turned(Instant last, Instant now) {
    boolean isBack = now.isBefore(last);
    Set<String> paths = new HashSet<>();
    turns
        .subMap(isBack ? now : last, false, isBack ? last : now, true)
        .values()
        .forEach(paths::addAll);
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

  /** What is wrong with the files as they are at the given instant. */
  List<Problem> problems(Instant now) {
    List<Problem> problems = new ArrayList<>();
    faulty.forEach(
        (path, shelved) -> {
          problems.addAll(shelved.problems());
          Post post = showing(path, now);
          if (shelved.ahead() != null && post != null && post.dates().modified() == null) {
            problems.add(shelved.ahead());
          }
        });
    return problems;
  }
}

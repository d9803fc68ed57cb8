package io.github.feedwright.intake.state;

import io.github.feedwright.post.Post;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.thread.PublishingThread;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of the last reading of each file, and the last good version of those that can no
 * longer be read.
 */
@PublishingThread
final class PostStore {
  private static final String BARE =
      "this has no front matter, so it is not published; if it is a post, begin it with four lines:"
          + " ---, title: Its title, date: 2026-01-31, ---";

  private record Stored(
      @Nullable Post good, List<Problem> problems, @Nullable Problem ahead, boolean isUndated) {
    /** For a file that cannot be read, or was not read yet. */
    static Stored unread(@Nullable Post good, List<Problem> problems) {
      return new Stored(good, problems, null, false);
    }

    private boolean isPost() {
      return good != null && good.visibility().visible() && !PostPaths.isSection(good.path());
    }
  }

  private final Map<String, Stored> stored = new HashMap<>();
  private final TreeMap<Instant, Set<String>> changes = new TreeMap<>();
  private final Map<String, Stored> faulty = new HashMap<>();
  private final PostFolders folders = new PostFolders();

  /** The files without front matter that never were posts. */
  private final Set<String> bare = new HashSet<>();

  /** The sections that hid nothing when they were last read; they are not in the store. */
  private final Set<String> open = new HashSet<>();

  /** Takes the state of a file from another store. */
  void keep(String path, PostStore former) {
    remove(path);
    if (former.bare.contains(path)) {
      bare.add(path);
    }
    Stored theirs = former.stored.get(path);
    if (theirs != null) {
      store(path, theirs);
    }
    if (former.open.contains(path)) {
      open.add(path);
    } else {
      open.remove(path);
    }
  }

  /** A file has appeared but was not read yet: it may be a draft. */
  void expect(String path) {
    if (!stored.containsKey(path) && !staysOpen(path)) {
      store(path, Stored.unread(null, List.of()));
    }
  }

  /** A file was read. */
  void put(String path, ParsedPost reading) {
    Stored before = remove(path);
    if (reading instanceof ParsedPost.Understood understood) {
      store(path, new Stored(understood.post(), understood.problems(), understood.ahead(), false));
    } else if (reading instanceof ParsedPost.Refused refused && before == null && staysOpen(path)) {
      faulty.put(path, Stored.unread(null, refused.problems()));
    } else {
      Post good = before == null ? null : before.good();
      if (reading instanceof ParsedPost.Refused refused) {
        store(path, new Stored(good, refused.problems(), null, refused.isUndated()));
      } else if (good != null
          && !(good.visibility().visible() && PostPaths.isSection(path))
          && reading instanceof ParsedPost.WithoutFrontMatter bare) {
        store(path, Stored.unread(good, List.of(bare.lost())));
      }
    }
    if (reading instanceof ParsedPost.WithoutFrontMatter && !stored.containsKey(path)) {
      bare.add(path);
    }
    if (PostPaths.isSection(path) && !stored.containsKey(path)) {
      open.add(path);
    } else {
      open.remove(path);
    }
  }

  /**
   * Whether an unreadable file hides nothing: a section that was not a draft before, or the one at
   * the top, which may hide everything only if it says that it is a draft.
   */
  private boolean staysOpen(String path) {
    return PostPaths.isSection(path) && (open.contains(path) || path.indexOf('/') < 0);
  }

  private void store(String path, Stored entry) {
    stored.put(path, entry);
    if (entry.isPost()) {
      folders.add(path);
    }
    if (!entry.problems().isEmpty() || entry.ahead() != null) {
      faulty.put(path, entry);
    }
    changesOf(entry.good())
        .forEach(change -> changes.computeIfAbsent(change, key -> new HashSet<>()).add(path));
  }

  /** A file is gone. */
  void delete(String path) {
    remove(path);
    open.remove(path);
  }

  private @Nullable Stored remove(String path) {
    Stored before = stored.remove(path);
    faulty.remove(path);
    bare.remove(path);
    if (before != null) {
      if (before.isPost()) {
        folders.remove(path);
      }
      changesOf(before.good()).forEach(change -> forget(change, path));
    }
    return before;
  }

  private void forget(Instant change, String path) {
    Set<String> paths = changes.get(change);
    if (paths != null && paths.remove(path) && paths.isEmpty()) {
      changes.remove(change);
    }
  }

  private static List<Instant> changesOf(@Nullable Post post) {
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

  /** Whether a file is a post, shown or hidden, readable or not. */
  boolean holds(String path) {
    return stored.containsKey(path);
  }

  /** The same at an instant: a section counts only while it hides what is below it. */
  Predicate<String> holding(Instant now) {
    return path -> holds(path) && !isOpen(path, now);
  }

  /** Whether a section that is stored because of its dates hides nothing at an instant. */
  boolean isOpen(String path, Instant now) {
    Post section = PostPaths.isSection(path) ? good(path) : null;
    return section != null && section.visibility().at(now);
  }

  /** The last good version of a post, hidden or not, or null. */
  @Nullable Post good(String path) {
    Stored entry = stored.get(path);
    return entry == null ? null : entry.good();
  }

  /** Whether a file was understood and only its date is missing. */
  boolean isUndated(String path) {
    Stored entry = stored.get(path);
    return entry != null && entry.isUndated();
  }

  /** The post of a file if it is shown at the given instant, else null. */
  @Nullable Post showing(String path, Instant now) {
    Post post = PostPaths.isSection(path) ? null : good(path);
    return post != null && post.visibility().at(now) ? post.at(now) : null;
  }

  /**
   * The first instant after the given one at which some post appears, changes or disappears, or
   * null.
   */
  @Nullable Instant nextChange(Instant after) {
    return changes.higherKey(after);
  }

  /**
   * The files whose posts differ between two instants; this also works after a clock was set back.
   */
  Set<String> changedBetween(Instant last, Instant now) {
    boolean isBack = now.isBefore(last);
    Set<String> paths = new HashSet<>();
    changes
        .subMap(isBack ? now : last, false, isBack ? last : now, true)
        .values()
        .forEach(paths::addAll);
    return paths;
  }

  /** Every file in the store. */
  Set<String> paths() {
    return Set.copyOf(stored.keySet());
  }

  /** The last good version of every post, including hidden ones. */
  List<Post> posts() {
    return stored.values().stream().map(Stored::good).flatMap(Stream::ofNullable).toList();
  }

  /** The files that are not published at an instant, in no order. */
  List<Unpublished> unpublished(Instant now) {
    List<Unpublished> hidden = new ArrayList<>();
    stored.forEach((path, entry) -> Stream.ofNullable(why(path, entry, now)).forEach(hidden::add));
    bare.forEach(path -> hidden.add(new Unpublished(path, Unpublished.Reason.BARE, null)));
    return hidden;
  }

  private static @Nullable Unpublished why(String path, Stored entry, Instant now) {
    Post post = entry.good();
    if (post == null) {
      return new Unpublished(
          path, entry.isUndated() ? Unpublished.Reason.UNDATED : Unpublished.Reason.FAULTY, null);
    }
    Visibility visibility = post.visibility();
    if (!visibility.visible()) {
      return new Unpublished(path, Unpublished.Reason.DRAFT, null);
    }
    if (now.isBefore(visibility.from())) {
      return new Unpublished(path, Unpublished.Reason.SCHEDULED, visibility.from());
    }
    return visibility.at(now)
        ? null
        : new Unpublished(path, Unpublished.Reason.EXPIRED, visibility.until());
  }

  /** The problems of the files at the given instant. */
  List<Problem> problems(Instant now) {
    List<Problem> problems = new ArrayList<>();
    if (stored.isEmpty()) {
      bare.forEach(path -> problems.add(Problem.warning(path, 1, Kind.FRONT_MATTER, BARE)));
    }
    faulty.forEach(
        (path, entry) -> {
          // In a folder without posts, a file without a date is a page: nobody forgot its date.
          boolean isPage = entry.isUndated() && !folders.hold(path);
          for (Problem each : entry.problems()) {
            problems.add(isPage && each.kind() == Kind.HIDDEN ? each.asNote() : each);
          }
          Post post = showing(path, now);
          if (entry.ahead() != null && post != null && post.dates().modified() == null) {
            problems.add(entry.ahead());
          }
        });
    return problems;
  }
}

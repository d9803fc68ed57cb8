package io.github.feedwright.intake.state;

import io.github.feedwright.post.Post;
import io.github.feedwright.post.field.OwnDate;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which posts are hidden because they are in a page bundle: in a folder with an {@code index.md},
 * or below. For Hugo they are parts of that page; other generators keep a list page next to posts.
 * Or they are in a section, which has an {@code _index.md} and may be a draft with everything in
 * it.
 *
 * <ul>
 *   <li>An index that is not shown, or cannot be read, hides everything: it may be a draft, and the
 *       others parts of it.
 *   <li>An index that is shown is not secret, so only files without their own date count as parts:
 *       a whole directory of posts must not disappear because its list page has a date.
 *   <li>An index that is not a post, or lacks only a date, hides nothing.
 *   <li>A section hides everything if it says that it is a draft, or was never readable; in Hugo
 *       also before and after its dates.
 * </ul>
 *
 * <p>Every hidden post is reported.
 */
@PublishingThread
final class PageBundles {
  /** What an index hides; later constants are stricter. */
  enum Hold {
    NOTHING,
    UNDATED,
    EVERYTHING,
    SECTION
  }

  /** The posts directly in each folder. */
  private final NavigableMap<String, Set<String>> posts = new TreeMap<>();

  private final Map<String, Hold> holds = new HashMap<>();
  private final Map<String, Problem> keptBack = new HashMap<>();

  /** Records whether a file is a post, readable or not. */
  void note(String path, boolean isPost) {
    String folder = folder(path);
    if (isPost) {
      posts.computeIfAbsent(folder, key -> new HashSet<>()).add(path);
    } else {
      posts.computeIfPresent(
          folder, (key, paths) -> paths.remove(path) && paths.isEmpty() ? null : paths);
    }
  }

  /** Whether no post is known in a folder, {@code a/}. */
  boolean isFirst(String folder) {
    return !posts.containsKey(folder(folder));
  }

  /** The posts in the folder of an index and below, including the index. */
  Set<String> around(String index) {
    return rules(index) ? below(folder(index)) : Set.of();
  }

  /**
   * Updates what is hidden after posts were read, added or removed, or appeared or disappeared by
   * their dates.
   *
   * @return the posts that may be hidden now and were not before, or the reverse
   */
  Set<String> follow(Set<String> refreshed, PostStore store, Instant now) {
    Set<String> touched = new HashSet<>();
    for (String path : refreshed) {
      String folder = folder(path);
      if (rules(path)) {
        Hold hold = hold(folder, store, now);
        if (!hold.equals(holds.getOrDefault(folder, Hold.NOTHING))) {
          holds.put(folder, hold);
          touched.addAll(below(folder));
        }
        holds.remove(folder, Hold.NOTHING);
      }
    }
    Stream.concat(refreshed.stream(), touched.stream())
        .forEach(path -> keptBack.compute(path, (key, before) -> why(path, store)));
    return touched;
  }

  /**
   * Whether the index or section of a folder above a file may hide it at an instant.
   *
   * @param good the post that the file contained before it could not be understood
   */
  boolean mayHide(String path, Post good, PostStore store, Instant now) {
    String own = folder(path);
    for (String at = own; at != null; at = at.isEmpty() ? null : folder(at)) {
      Hold hold = hold(at, store, now);
      boolean isOwn = at.equals(own) && PostPaths.isIndex(path);
      boolean isPart = hold == Hold.UNDATED && !OwnDate.isBelow(good, path, at);
      if (hold == Hold.SECTION || ((hold == Hold.EVERYTHING || isPart) && !isOwn)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a post is hidden, as of the last update. */
  boolean keepsBack(String path) {
    return keptBack.containsKey(path);
  }

  /** The problems of the hidden posts. */
  Collection<Problem> problems() {
    return keptBack.values();
  }

  /**
   * Whether a file may hide others: an index at the top of the directory is like any other post.
   */
  private static boolean rules(String path) {
    return PostPaths.isSection(path) || (PostPaths.isIndex(path) && !folder(path).isEmpty());
  }

  private Set<String> below(String folder) {
    if (folder.isEmpty()) {
      return posts.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
    Set<String> below = new HashSet<>(posts.getOrDefault(folder, Set.of()));
    posts.subMap(folder + "/", folder + (char) ('/' + 1)).values().forEach(below::addAll);
    return below;
  }

  private Hold hold(String folder, PostStore store, Instant now) {
    return posts.getOrDefault(folder, Set.of()).stream()
        .filter(PageBundles::rules)
        .map(path -> heldBy(path, store, now))
        .max(Comparator.naturalOrder())
        .orElse(Hold.NOTHING);
  }

  private static Hold heldBy(String path, PostStore store, Instant now) {
    if (PostPaths.isSection(path)) {
      // A section that never hides anything is not in the store.
      return store.isOpen(path, now) ? Hold.NOTHING : Hold.SECTION;
    }
    if (PostPaths.isInPostsFolder(path)) {
      return Hold.NOTHING;
    }
    Post good = store.good(path);
    if (good == null) {
      return store.isUndated(path) ? Hold.NOTHING : Hold.EVERYTHING;
    }
    return good.visibility().at(now) ? Hold.UNDATED : Hold.EVERYTHING;
  }

  /**
   * Why a post is hidden that would be shown, or lack only a date, in another folder; null if it is
   * not hidden.
   */
  private @Nullable Problem why(String path, PostStore store) {
    Post good = store.good(path);
    if (!store.holds(path)
        || PostPaths.isSection(path)
        || (good != null && !good.visibility().visible())) {
      return null;
    }
    String own = folder(path);
    String part = null;
    for (String at = own; at != null; at = at.isEmpty() ? null : folder(at)) {
      Hold hold = holds.getOrDefault(at, Hold.NOTHING);
      boolean isOwn = at.equals(own) && PostPaths.isIndex(path);
      if (hold == Hold.SECTION) {
        return hidden(path, at);
      }
      if (hold == Hold.EVERYTHING && !isOwn) {
        return secret(path, at);
      }
      if (hold == Hold.UNDATED
          && !isOwn
          && (good == null ? store.isUndated(path) : !OwnDate.isBelow(good, path, at))) {
        part = at;
      }
    }
    if (part == null) {
      return null;
    }
    Problem problem = part(path, part);
    return store.isUndated(path) ? problem.asNote() : problem;
  }

  private static Problem hidden(String path, String folder) {
    return Problem.warning(
        path,
        1,
        Kind.FILE,
        "the file is not published: the _index page above it, in "
            + (folder.isEmpty() ? "the posts directory" : folder + "/")
            + ", is a draft or may be one, or is not shown at this time; publish that page, or move"
            + " this file elsewhere");
  }

  private static Problem secret(String path, String folder) {
    return Problem.warning(
        path,
        1,
        Kind.FILE,
        "the file is not published: it is in the page bundle "
            + folder
            + "/, whose index is not published and may be a draft; publish the index, or move this"
            + " file out of the folder if it is a post of its own");
  }

  private static Problem part(String path, String folder) {
    return Problem.warning(
        path,
        1,
        Kind.HIDDEN,
        "the file is not published: it is in the page bundle "
            + folder
            + "/ and has no date of its own, so it is part of that page; if it is a post, write"
            + " date: 2013-07-12 13:35:41 +0000 in its front matter");
  }

  /** The folder of a path, in a form in which all spellings of its name are equal. */
  private static String folder(String path) {
    return Nfc.of(FilePath.folder(path));
  }
}

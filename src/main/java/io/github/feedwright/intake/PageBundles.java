package io.github.feedwright.intake;

import io.github.feedwright.post.Post;
import io.github.feedwright.post.field.OwnDate;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.text.Normalizer;
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
 * Which posts are kept back since they lie in a page bundle: in a folder with an {@code index.md},
 * or below. To Hugo they are parts of that page; other generators keep a list page beside posts. Or
 * they lie in a section, which has an {@code _index.md}, and is a draft with all that it holds.
 *
 * <ul>
 *   <li>An index that does not show, or of which nobody can tell, keeps back everything: it may be
 *       a draft, and they parts of it.
 *   <li>One that shows is no secret, so only what has no date of its own is taken for a part: a
 *       whole directory of posts must not go because its list page has a date.
 *   <li>One that is no post, or would be if it had a date, keeps back nothing.
 *   <li>A section keeps back everything if it says that it is a draft, or has never been readable.
 * </ul>
 *
 * <p>Whatever is kept back is reported. Used by the publishing thread alone.
 */
final class PageBundles {
  /** What an index keeps back; the stricter the later. */
  enum Hold {
    NOTHING,
    UNDATED,
    EVERYTHING,
    SECTION
  }

  /** The posts that lie in each folder, without those below. */
  private final NavigableMap<String, Set<String>> posts = new TreeMap<>();

  private final Map<String, Hold> holds = new HashMap<>();
  private final Map<String, Problem> keptBack = new HashMap<>();

  /** Notes whether a file is a post, readable or not. */
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

  /** The posts in the folder of an index and below, itself among them. */
  Set<String> around(String index) {
    return rules(index) ? below(folder(index)) : Set.of();
  }

  /**
   * Follows posts that were read, came or went, or that time has turned.
   *
   * @return the posts that may be kept back now and were not, or the other way round
   */
  Set<String> follow(Set<String> refreshed, PostStore shelf, Instant now) {
    Set<String> touched = new HashSet<>();
    for (String path : refreshed) {
      String folder = folder(path);
      if (rules(path)) {
        Hold hold = hold(folder, shelf, now);
        if (!hold.equals(holds.getOrDefault(folder, Hold.NOTHING))) {
          holds.put(folder, hold);
          touched.addAll(below(folder));
        }
        holds.remove(folder, Hold.NOTHING);
      }
    }
    Stream.concat(refreshed.stream(), touched.stream())
        .forEach(path -> keptBack.compute(path, (key, before) -> why(path, shelf)));
    return touched;
  }

  /** Whether a post is kept back, as of the last time that this one followed. */
  boolean keepsBack(String path) {
    return keptBack.containsKey(path);
  }

  /** What to say of the posts that are kept back. */
  Collection<Problem> problems() {
    return keptBack.values();
  }

  /**
   * Whether a file may keep back others: an index right in the directory is like any other post.
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

  private Hold hold(String folder, PostStore shelf, Instant now) {
    return posts.getOrDefault(folder, Set.of()).stream()
        .filter(PageBundles::rules)
        .map(path -> heldBy(path, shelf, now))
        .max(Comparator.naturalOrder())
        .orElse(Hold.NOTHING);
  }

  private static Hold heldBy(String path, PostStore shelf, Instant now) {
    if (PostPaths.isSection(path)) {
      return Hold.SECTION; // One that is no draft is not on the shelf.
    }
    if (PostPaths.isInPostsFolder(path)) {
      return Hold.NOTHING;
    }
    Post good = shelf.good(path);
    if (good == null) {
      return shelf.isUndated(path) ? Hold.NOTHING : Hold.EVERYTHING;
    }
    return good.visibility().at(now) ? Hold.UNDATED : Hold.EVERYTHING;
  }

  /** Why a post is kept back that would show or ask for a date elsewhere; null where it is not. */
  private @Nullable Problem why(String path, PostStore shelf) {
    Post good = shelf.good(path);
    if (!shelf.holds(path)
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
          && (good == null ? shelf.isUndated(path) : !OwnDate.isBelow(good, at))) {
        part = at;
      }
    }
    return part == null ? null : part(path, part);
  }

  private static Problem hidden(String path, String folder) {
    return Problem.warning(
        path,
        1,
        Kind.FILE,
        "the file is not published: the _index page above it, in "
            + (folder.isEmpty() ? "the posts directory" : folder + "/")
            + ", is a draft or may be one; publish that page, or move this"
            + " file elsewhere");
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
        Kind.DATE,
        "the file is not published: it is in the page bundle "
            + folder
            + "/ and has no date of its own, so it is part of that page; if it is a post, write"
            + " date: 2013-07-12 13:35:41 +0000 in its front matter");
  }

  /** The folder that a path lies in, by which all spellings of its name are compared. */
  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : Normalizer.normalize(path.substring(0, slash), Normalizer.Form.NFC);
  }
}

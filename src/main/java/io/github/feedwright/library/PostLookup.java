package io.github.feedwright.library;

import io.github.feedwright.permalink.LinkNames;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.text.Nfc;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedSet;

/**
 * Finds a post by its path or file name, with or without extensions. Of several posts, it is the
 * one at exactly that path, else the oldest; if the name begins with a slash, none. Folders may
 * have thousands of files of one name, so what a name can end with is looked up too.
 *
 * @param byStem the posts with each stem or title
 * @param byPath the posts at each path, without what a reference may leave out
 * @param byEnd the posts whose paths end with each few segments
 */
record PostLookup(Claims byStem, Claims byPath, Claims byEnd) {

  /** At most so many trailing segments are indexed; of longer references, the rest is compared. */
  private static final int MOST_SEGMENTS = 8;

  private static final Pattern SLASHES_AROUND = Pattern.compile("^/|/+$");
  private static final Pattern INDEX = Pattern.compile("(?i)/index$");

  static PostLookup of(Iterable<IndexedPost> posts) {
    PostLookup all = new PostLookup(Claims.NONE, Claims.NONE, Claims.NONE);
    for (IndexedPost each : posts) {
      all = all.with(each);
    }
    return all;
  }

  PostLookup with(IndexedPost post) {
    return changed(post, (claims, names) -> claims.plusAll(names, post));
  }

  PostLookup without(IndexedPost post) {
    return changed(post, (claims, names) -> claims.minusAll(names, post));
  }

  private PostLookup changed(
      IndexedPost post, BiFunction<Claims, Iterable<String>, Claims> change) {
    String stem = post.post().stem();
    return new PostLookup(
        change.apply(byStem, LinkNames.of(post.post())),
        change.apply(byPath, keys(stem, paths(post))),
        change.apply(byEnd, keys(stem, ends(post))));
  }

  /** The paths of a post: a reference may also leave out the posts folder. */
  private static Set<String> paths(IndexedPost post) {
    String path = post.bareName();
    return new LinkedHashSet<>(List.of(path, ("/" + path).replace("/_posts/", "/").substring(1)));
  }

  /** The ends of a post's paths that references of several segments can name. */
  private static Set<String> ends(IndexedPost post) {
    Set<String> ends = new LinkedHashSet<>();
    for (String path : paths(post)) {
      int slash = path.lastIndexOf('/');
      for (int segments = 2; slash >= 0 && segments <= MOST_SEGMENTS; segments++) {
        slash = path.lastIndexOf('/', slash - 1);
        ends.add(path.substring(slash + 1));
      }
    }
    return ends;
  }

  /** Paths may be equal though the stems of the files differ, such as those of translations. */
  private static List<String> keys(String stem, Collection<String> paths) {
    return paths.stream().map(path -> key(stem, path)).toList();
  }

  private static String key(String stem, String path) {
    return stem + "\0" + path;
  }

  /** The post that a name means, or null. */
  @Nullable IndexedPost find(String name) {
    String stem = stem(name);
    String wanted = bare(withoutSlashes(name));
    boolean fromTop = name.startsWith("/");
    PSortedSet<IndexedPost> there = byPath.of(key(stem, wanted));
    if (!there.isEmpty()) {
      return only(there, post -> true, fromTop);
    }
    return wanted.contains("/")
        ? only(byEnd.of(key(stem, end(wanted))), post -> endsWith(post, wanted), fromTop)
        : only(byStem.of(stem), post -> true, fromTop);
  }

  /** The oldest, or null if there must be only one. */
  private static @Nullable IndexedPost only(
      PSortedSet<IndexedPost> posts, Predicate<IndexedPost> condition, boolean fromTop) {
    List<IndexedPost> oldest = posts.descendingSet().stream().filter(condition).limit(2).toList();
    return oldest.isEmpty() || (fromTop && oldest.size() > 1) ? null : oldest.get(0);
  }

  private static String end(String wanted) {
    int slash = wanted.length();
    for (int segments = 0; slash >= 0 && segments < MOST_SEGMENTS; segments++) {
      slash = wanted.lastIndexOf('/', slash - 1);
    }
    return wanted.substring(slash + 1);
  }

  /** The stem of the posts that a name may mean. */
  static String stem(String name) {
    return PostPaths.stem(withoutSlashes(name));
  }

  /** A path without what a reference may leave out: extensions, and an index after its folder. */
  static String bare(String path) {
    return INDEX.matcher(Nfc.of(withoutExtensions(path))).replaceFirst("");
  }

  private static String withoutSlashes(String name) {
    return SLASHES_AROUND.matcher(name).replaceAll("");
  }

  private static boolean endsWith(IndexedPost post, String wanted) {
    return paths(post).stream().anyMatch(path -> ("/" + path).endsWith("/" + wanted));
  }

  private static String withoutExtensions(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
    return dot < 0 ? path : path.substring(0, dot);
  }
}

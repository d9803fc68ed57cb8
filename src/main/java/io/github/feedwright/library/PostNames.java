package io.github.feedwright.library;

import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.text.Nfc;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a post by its path or file name, with or without extensions. Of several posts, it is the
 * one at exactly that path, else the oldest; if the name begins with a slash, none.
 *
 * @param byStem the posts with each stem
 * @param byPlace the posts at each path, without what a reference may leave out
 */
record PostNames(Claims byStem, Claims byPlace) {
  static final PostNames NONE = new PostNames(Claims.NONE, Claims.NONE);

  private static final Pattern SLASHES_AROUND = Pattern.compile("^/|/+$");
  private static final Pattern INDEX = Pattern.compile("(?i)/index$");

  PostNames with(IndexedPost post) {
    return new PostNames(
        byStem.plus(post.post().stem(), post), byPlace.plus(place(post.bareName()), post));
  }

  PostNames without(IndexedPost post) {
    return new PostNames(
        byStem.minus(post.post().stem(), post), byPlace.minus(place(post.bareName()), post));
  }

  /** The post that a name means, or null. */
  @Nullable IndexedPost find(String name) {
    String stem = stem(name);
    String wanted = bare(withoutSlashes(name));
    boolean fromTop = name.startsWith("/");
    List<IndexedPost> there =
        byPlace.of(place(wanted)).stream()
            .filter(post -> post.post().stem().equals(stem) && isAt(post.bareName(), wanted))
            .toList();
    if (!there.isEmpty()) {
      return only(there, fromTop);
    }
    // Folders may have thousands of files of one name.
    if (!wanted.contains("/")) {
      return fromTop && byStem.of(stem).size() > 1 ? null : byStem.holder(stem);
    }
    return only(
        byStem.of(stem).stream().filter(post -> endsWith(post.bareName(), wanted)).toList(),
        fromTop);
  }

  /** The oldest, or null if there must be only one. */
  private static @Nullable IndexedPost only(List<IndexedPost> posts, boolean fromTop) {
    return posts.isEmpty() || (fromTop && posts.size() > 1) ? null : posts.get(posts.size() - 1);
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

  private static boolean endsWith(String path, String wanted) {
    return ("/" + path).endsWith("/" + wanted) || place(path).endsWith("/" + wanted);
  }

  private static boolean isAt(String path, String wanted) {
    return path.equals(wanted) || place(path).equals("/" + wanted);
  }

  /** A reference may also leave out the posts folder. */
  private static String place(String path) {
    return ("/" + path).replace("/_posts/", "/");
  }

  private static String withoutExtensions(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
    return dot < 0 ? path : path.substring(0, dot);
  }
}

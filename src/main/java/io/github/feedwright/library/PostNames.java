package io.github.feedwright.library;

import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.text.Nfc;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds a post by its path or file name, with or without extensions. Of several posts, it is the
 * one at exactly that path, else the oldest; if the name begins with a slash, none.
 */
final class PostNames {
  private static final Pattern SLASHES_AROUND = Pattern.compile("^/|/+$");
  private static final Pattern INDEX = Pattern.compile("(?i)/index$");

  private PostNames() {}

  static Optional<IndexedPost> find(
      String name, Function<String, ? extends Collection<IndexedPost>> byStem) {
    boolean fromTop = name.startsWith("/");
    String bare = bare(withoutSlashes(name));
    List<IndexedPost> named =
        byStem.apply(stem(name)).stream().filter(post -> names(bare(post.path()), bare)).toList();
    List<IndexedPost> there = named.stream().filter(post -> isAt(bare(post.path()), bare)).toList();
    List<IndexedPost> meant = there.isEmpty() ? named : there;
    return fromTop && meant.size() > 1 ? Optional.empty() : meant.stream().reduce((a, b) -> b);
  }

  /** The stem of the posts that a name may mean. */
  static String stem(String name) {
    return PostPaths.stem(withoutSlashes(name));
  }

  private static String withoutSlashes(String name) {
    return SLASHES_AROUND.matcher(name).replaceAll("");
  }

  private static boolean names(String path, String wanted) {
    return ("/" + path).endsWith("/" + wanted)
        || withoutPostsFolder(path).endsWith("/" + wanted)
        || !wanted.contains("/");
  }

  private static boolean isAt(String path, String wanted) {
    return path.equals(wanted) || withoutPostsFolder(path).equals("/" + wanted);
  }

  private static String withoutPostsFolder(String path) {
    return ("/" + path).replace("/_posts/", "/");
  }

  private static String bare(String path) {
    return INDEX.matcher(Nfc.of(withoutExtensions(path))).replaceFirst("");
  }

  private static String withoutExtensions(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
    return dot < 0 ? path : path.substring(0, dot);
  }
}

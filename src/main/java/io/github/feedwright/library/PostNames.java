package io.github.feedwright.library;

import io.github.feedwright.post.Post;
import io.github.feedwright.post.PostPaths;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Finds the post that somebody names: by path or file name, with or without extensions. */
final class PostNames {
  private PostNames() {}

  static Optional<Post> find(String name, Function<String, ? extends Collection<Post>> byStem) {
    String wanted = name.startsWith("/") ? name.substring(1) : name;
    return byStem.apply(PostPaths.stem(wanted)).stream()
        .filter(post -> names(post.path(), wanted))
        .reduce((newer, older) -> older);
  }

  private static boolean names(String path, String wanted) {
    String bare = FileNames.nfc(withoutExtensions(wanted)).replaceFirst("/index$", "");
    String of = FileNames.nfc(withoutExtensions(path)).replaceFirst("/index$", "");
    return ("/" + of).endsWith("/" + bare)
        || ("/" + of).replace("/_posts/", "/").endsWith("/" + bare)
        || !bare.contains("/");
  }

  private static String withoutExtensions(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
    return dot < 0 ? path : path.substring(0, dot);
  }
}

package io.github.feedwright.library;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports which addresses of a post are taken by something else. */
record ShadowedAddresses(AddressTable addresses) {
  private static final String OURS = " is reserved for the server's own pages and feeds; ";

  /** What shadows a post, except older posts of its permalink. */
  List<Problem> of(IndexedPost post) {
    String wanted = post.permalink();
    List<Problem> problems = new ArrayList<>();
    String taken = taken(wanted);
    String is = taken == null ? wanted : addresses.permalink(post);
    if (taken != null && !wanted.equals(is)) {
      problems.add(displaced(post, wanted, taken, is));
    }
    for (String alias : post.oldPaths()) {
      String reason = reason(alias, post);
      if (reason != null) {
        problems.add(
            Problem.warning(
                post.path(),
                post.post().lines().of("aliases", "redirect_from", "link"),
                Kind.CLASH,
                "the alias \"" + alias + "\"" + reason + "remove it"));
      }
    }
    return problems;
  }

  /** A post whose permalink differs from the one that its author wants. */
  static Problem displaced(IndexedPost post, String wanted, String reason, String is) {
    return displaced(
        post,
        wanted,
        reason + "give this post another slug or permalink; until then, it is at \"" + is + "\"");
  }

  /** The same, with every problem of the post. */
  static Problem displaced(IndexedPost post, String wanted, String why) {
    return Problem.error(
        post.path(),
        post.post().lines().of("permalink", "url", "path", "save_as", "slug"),
        Kind.CLASH,
        "the permalink \"" + wanted + "\"" + why);
  }

  /** Why no post can have a path, or null. */
  private @Nullable String taken(String path) {
    if (addresses.ours().test(path)) {
      return OURS;
    }
    return addresses.isFile(path)
        ? " is the path of the file " + path.substring(1) + ", which is served there; "
        : null;
  }

  private @Nullable String reason(String alias, IndexedPost post) {
    String taken = taken(alias);
    if (taken != null) {
      return taken;
    }
    IndexedPost there = addresses.permalinks().holder(alias);
    return there == null || post.isSameAs(there)
        ? null
        : " is the permalink of " + there.path() + ", which is served there; ";
  }
}

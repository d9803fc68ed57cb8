package io.github.feedwright.library;

import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells people which addresses of a post something else answers at. */
final class Shadows {
  private static final String OURS = " is a path of the server's own, which answers there; ";

  private final Predicate<String> ours;
  private final Claims permalinks;

  /**
   * What shadows posts.
   *
   * @param ours whether a path is the server's own
   */
  Shadows(Predicate<String> ours, Claims permalinks) {
    this.ours = ours;
    this.permalinks = permalinks;
  }

  /**
   * What shadows a post, but for older posts of its permalink.
   *
   * @param wanted the permalink that it would have by itself
   * @param is the one that it has
   */
  List<Problem> of(Post post, String wanted, String is) {
    List<Problem> problems = new ArrayList<>();
    if (!wanted.equals(is) && ours.test(wanted)) {
      problems.add(displaced(post, wanted, OURS, is));
    }
    for (String alias : post.aliases()) {
      String reason = reason(Permalinks.path(alias), post);
      if (reason != null) {
        problems.add(
            Problem.warning(
                post.path(),
                post.lines().of("aliases", "redirect_from", "link"),
                Kind.CLASH,
                "the alias \"" + Permalinks.path(alias) + "\"" + reason + "take it out"));
      }
    }
    return problems;
  }

  /** A post that is elsewhere than its author wants it, so that no link leads to something else. */
  static Problem displaced(Post post, String wanted, String reason, String is) {
    return Problem.error(
        post.path(),
        post.lines().of("permalink", "url", "path", "save_as", "slug"),
        Kind.CLASH,
        "the permalink \""
            + wanted
            + "\""
            + reason
            + "give this post another slug or permalink, until then it is at \""
            + is
            + "\"");
  }

  private @Nullable String reason(String alias, Post post) {
    if (ours.test(alias)) {
      return OURS;
    }
    Post there = permalinks.holder(alias);
    return there == null || there.path().equals(post.path())
        ? null
        : " is the permalink of " + there.path() + ", which answers there; ";
  }
}

package io.github.feedwright.identity;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * What readers last saw of each post. It is a cache: without it, ids are the same, but changes that
 * happened while no server ran are not noticed. Immutable; a changed copy costs only what the
 * change touches.
 */
public final class PublishedPosts {
  /** Nothing was published yet, or it is unknown. */
  public static final PublishedPosts NONE =
      new PublishedPosts("", TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

  /** How many posts that are gone are kept, because they may come back. */
  private static final int MOST_GONE = 10_000;

  private final String rules;
  private final PMap<String, PublishedPost> byPath;
  private final PMap<String, String> pathById;
  private final PMap<String, PublishedPost> gone;

  private PublishedPosts(
      String rules,
      PMap<String, PublishedPost> byPath,
      PMap<String, String> pathById,
      PMap<String, PublishedPost> gone) {
    this.rules = rules;
    this.byPath = byPath;
    this.pathById = pathById;
    this.gone = gone;
  }

  /**
   * The same posts, published by other rules.
   *
   * @param newRules what ids that are made from file names depend on, such as {@code site.id}
   */
  public PublishedPosts withRules(String newRules) {
    return new PublishedPosts(newRules, byPath, pathById, gone);
  }

  /** What ids that are made from file names depend on: if it differs, other ids are intended. */
  public String rules() {
    return rules;
  }

  /** Adds a post, in place of the previous one of its file. */
  public PublishedPosts with(PublishedPost post) {
    PublishedPost same = withId(post.id());
    PublishedPosts rest =
        (same != null && same.isReplaced() ? without(same.path()) : this).without(post.path());
    if (post.isGone() && rest.gone.size() >= Math.max(MOST_GONE, rest.byPath.size() / 2)) {
      rest = rest.withoutGone();
    }
    return new PublishedPosts(
        rules,
        rest.byPath.plus(post.path(), post),
        rest.pathById.plus(post.id(), post.path()),
        post.isGone() ? rest.gone.plus(post.path(), post) : rest.gone);
  }

  /** Keeps a post as gone whose file contains another one, unless that post is elsewhere now. */
  public PublishedPosts withReplaced(PublishedPost post) {
    return post.path().equals(pathById.get(post.id())) ? with(post.replaced()) : this;
  }

  private PublishedPosts withoutGone() {
    PublishedPosts rest = this;
    for (String path : gone.keySet()) {
      rest = rest.without(path);
    }
    return rest;
  }

  /** Removes the post of a file. */
  public PublishedPosts without(String path) {
    PublishedPost before = byPath.get(path);
    if (before == null) {
      return this;
    }
    boolean isIts = path.equals(pathById.get(before.id()));
    return new PublishedPosts(
        rules,
        byPath.minus(path),
        isIts ? pathById.minus(before.id()) : pathById,
        gone.minus(path));
  }

  /** The post of a file, or null. */
  public @Nullable PublishedPost of(String path) {
    return byPath.get(path);
  }

  /** The post that was published with an id, or null. */
  public @Nullable PublishedPost withId(String id) {
    String path = pathById.get(id);
    return path == null ? null : byPath.get(path);
  }

  /** Every post, including those that are gone, in no order. */
  public Collection<PublishedPost> all() {
    return byPath.values();
  }

  /** The posts that are gone, in no order. */
  public Collection<PublishedPost> gone() {
    return gone.values();
  }

  /** Whether there are no posts. */
  public boolean isEmpty() {
    return byPath.isEmpty();
  }
}

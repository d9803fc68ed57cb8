package io.github.feedwright.identity;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What readers last saw of each post. It is a cache: without it, ids are the same, but changes
 * since then are not noticed. Immutable; a changed copy costs only what the change touches.
 */
public final class PublishedPosts {
  /** Nothing was published yet, or it is unknown. */
  public static final PublishedPosts NONE =
      new PublishedPosts(HashTreePMap.empty(), HashTreePMap.empty());

  private final PMap<String, PublishedPost> byPath;
  private final PMap<String, String> pathById;

  private PublishedPosts(PMap<String, PublishedPost> byPath, PMap<String, String> pathById) {
    this.byPath = byPath;
    this.pathById = pathById;
  }

  /** Adds a post, in place of the previous one of its file. */
  public PublishedPosts with(PublishedPost post) {
    PublishedPosts rest = without(post.path());
    return new PublishedPosts(
        rest.byPath.plus(post.path(), post), rest.pathById.plus(post.id(), post.path()));
  }

  /** Removes the post of a file. */
  public PublishedPosts without(String path) {
    PublishedPost before = byPath.get(path);
    if (before == null) {
      return this;
    }
    boolean isIts = path.equals(pathById.get(before.id()));
    return new PublishedPosts(byPath.minus(path), isIts ? pathById.minus(before.id()) : pathById);
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

  /** Whether there are no posts. */
  public boolean isEmpty() {
    return byPath.isEmpty();
  }
}

package io.github.feedwright.identity;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What readers were last shown of each post. A cache: without it ids are the same, and only what
 * changed meanwhile is not noticed. Immutable; a changed copy costs what the change touches.
 */
public final class PublishedPosts {
  /** Nothing was shown yet, or nobody knows what. */
  public static final PublishedPosts NONE =
      new PublishedPosts(HashTreePMap.empty(), HashTreePMap.empty());

  private final PMap<String, PublishedPost> byPath;
  private final PMap<String, String> pathById;

  private PublishedPosts(PMap<String, PublishedPost> byPath, PMap<String, String> pathById) {
    this.byPath = byPath;
    this.pathById = pathById;
  }

  /** With a post, in place of what was known of its file. */
  public PublishedPosts with(PublishedPost post) {
    PublishedPosts rest = without(post.path());
    return new PublishedPosts(
        rest.byPath.plus(post.path(), post), rest.pathById.plus(post.id(), post.path()));
  }

  /** Without what is known of a file. */
  public PublishedPosts without(String path) {
    PublishedPost before = byPath.get(path);
    if (before == null) {
      return this;
    }
    boolean isIts = path.equals(pathById.get(before.id()));
    return new PublishedPosts(byPath.minus(path), isIts ? pathById.minus(before.id()) : pathById);
  }

  /** What is known of a file's post, or null. */
  public @Nullable PublishedPost of(String path) {
    return byPath.get(path);
  }

  /** The post that was shown with an id, or null. */
  public @Nullable PublishedPost withId(String id) {
    String path = pathById.get(id);
    return path == null ? null : byPath.get(path);
  }

  /** Every post, those that are gone among them, in no order. */
  public Collection<PublishedPost> all() {
    return byPath.values();
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return byPath.isEmpty();
  }
}

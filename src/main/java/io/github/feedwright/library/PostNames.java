package io.github.feedwright.library;

import io.github.feedwright.post.file.NearestNames;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * Finds the posts of a library by name.
 *
 * <p>Threads: {@code render}, {@code render-long} and {@code worker} ask. The first question makes
 * the table; at a start, nobody asks.
 */
final class PostNames {
  private final PMap<String, IndexedPost> posts;
  private final AtomicReference<@Nullable PostLookup> lookup;
  private final NearestNames nearest;

  PostNames(PMap<String, IndexedPost> posts, @Nullable PostLookup lookup) {
    this.posts = posts;
    this.lookup = new AtomicReference<>(lookup);
    this.nearest = new NearestNames(() -> posts.keySet().stream());
  }

  /** The names of changed posts. */
  PostNames with(PMap<String, IndexedPost> changed, UnaryOperator<PostLookup> change) {
    PostLookup known = lookup.get();
    return new PostNames(changed, known == null ? null : change.apply(known));
  }

  /** The post that a name means, or null. */
  @Nullable IndexedPost find(String name) {
    PostLookup known = lookup.get();
    if (known == null) {
      known = PostLookup.of(posts.values());
      lookup.set(known);
    }
    return known.find(name);
  }

  /** The file of the post whose name is most like that of a path without a post. */
  Optional<String> nearest(String path) {
    return nearest.to(path);
  }
}

package io.github.feedwright.library;

import io.github.feedwright.post.Post;
import java.util.Comparator;

/** The order of posts everywhere: newest first; posts with the same date by path. */
final class Order {
  static final Comparator<Post> NEWEST_FIRST =
      Comparator.comparing((Post post) -> post.dates().published().toInstant())
          .reversed()
          .thenComparing(Post::path);

  static final Comparator<IndexedPost> INDEXED =
      Comparator.comparing(IndexedPost::post, NEWEST_FIRST);

  /** The last has the best right to an id: a new post takes none away. */
  static final Comparator<IndexedPost> RIGHT_TO_ID =
      Comparator.comparingInt(IndexedPost::rightToId).thenComparing(INDEXED);

  private Order() {}
}

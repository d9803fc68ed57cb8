package io.github.feedwright.library;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/** Names that posts claim, such as permalinks; each name can belong to only one post. */
final class Claims {
  private static final Comparator<IndexedPost> NEWEST_FIRST =
      Comparator.comparing(IndexedPost::post, PostSet.NEWEST_FIRST);

  /**
   * The last has the best right to an id: a new post takes none away. A translation often has the
   * date of its original, which was there before it.
   */
  static final Comparator<IndexedPost> RIGHT_TO_ID =
      Comparator.comparingInt(IndexedPost::rightToId)
          .thenComparing(IndexedPost::published, Comparator.reverseOrder())
          .thenComparing(IndexedPost::isTranslated, Comparator.reverseOrder())
          .thenComparing(NEWEST_FIRST);

  static final Claims NONE = new Claims(HashTreePMap.empty(), NEWEST_FIRST);

  /** Claims of ids. */
  static final Claims NO_IDS = new Claims(HashTreePMap.empty(), RIGHT_TO_ID);

  private final PMap<String, PSortedSet<IndexedPost>> claimants;
  private final Comparator<IndexedPost> order;

  private Claims(PMap<String, PSortedSet<IndexedPost>> claimants, Comparator<IndexedPost> order) {
    this.claimants = claimants;
    this.order = order;
  }

  Claims plus(String name, IndexedPost post) {
    return with(name, of(name).plus(post));
  }

  Claims minus(String name, IndexedPost post) {
    return with(name, of(name).minus(post));
  }

  Claims plusAll(Iterable<String> names, IndexedPost post) {
    Claims more = this;
    for (String name : names) {
      more = more.plus(name, post);
    }
    return more;
  }

  Claims minusAll(Iterable<String> names, IndexedPost post) {
    Claims fewer = this;
    for (String name : names) {
      fewer = fewer.minus(name, post);
    }
    return fewer;
  }

  private Claims with(String name, PSortedSet<IndexedPost> posts) {
    return new Claims(posts.isEmpty() ? claimants.minus(name) : claimants.plus(name, posts), order);
  }

  /** Every post that claims a name, newest first. */
  PSortedSet<IndexedPost> of(String name) {
    PSortedSet<IndexedPost> posts = claimants.get(name);
    return posts == null ? TreePSet.empty(order) : posts;
  }

  /** The owner of a name: the oldest post that claims it, so that a new post takes nothing away. */
  @Nullable IndexedPost holder(String name) {
    PSortedSet<IndexedPost> posts = claimants.get(name);
    return posts == null ? null : posts.last();
  }
}

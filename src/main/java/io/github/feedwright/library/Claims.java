package io.github.feedwright.library;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Names that posts claim, such as permalinks; each name can belong to only one post. */
final class Claims {
  /** A translation often has the date of its original, which was there before it. */
  private static final Comparator<IndexedPost> NEWEST_FIRST =
      Comparator.comparing(IndexedPost::published, Comparator.reverseOrder())
          .thenComparing(IndexedPost::isTranslated, Comparator.reverseOrder())
          .thenComparing(IndexedPost::post, PostSet.NEWEST_FIRST);

  /** The last has the best right to an id: a new post takes none away. */
  static final Comparator<IndexedPost> RIGHT_TO_ID =
      Comparator.comparingInt(IndexedPost::rightToId).thenComparing(NEWEST_FIRST);

  static final Claims NONE = none(NEWEST_FIRST);

  /** Claims of ids. */
  static final Claims NO_IDS = none(RIGHT_TO_ID);

  private final PMap<String, IndexedPost> alone;
  private final PMap<String, PSortedSet<IndexedPost>> several;
  private final Comparator<IndexedPost> order;

  /**
   * Almost every name is claimed by one post, so a set is only made for the others.
   *
   * @param alone the post that alone claims a name
   * @param several the posts that claim a name together
   */
  private Claims(
      PMap<String, IndexedPost> alone,
      PMap<String, PSortedSet<IndexedPost>> several,
      Comparator<IndexedPost> order) {
    this.alone = alone;
    this.several = several;
    this.order = order;
  }

  private static Claims none(Comparator<IndexedPost> order) {
    return new Claims(TreePMap.empty(), TreePMap.empty(), order);
  }

  Claims plus(String name, IndexedPost post) {
    PMap<String, IndexedPost> more = alone.plus(name, post);
    return more.size() == alone.size() || isContested(name)
        ? with(name, of(name).plus(post))
        : new Claims(more, several, order);
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
    return switch (posts.size()) {
      case 0 -> new Claims(alone.minus(name), several.minus(name), order);
      case 1 -> new Claims(alone.plus(name, posts.first()), several.minus(name), order);
      default -> new Claims(alone.minus(name), several.plus(name, posts), order);
    };
  }

  /** Every post that claims a name, newest first. */
  PSortedSet<IndexedPost> of(String name) {
    PSortedSet<IndexedPost> posts = several.get(name);
    if (posts != null) {
      return posts;
    }
    IndexedPost post = alone.get(name);
    PSortedSet<IndexedPost> none = TreePSet.empty(order);
    return post == null ? none : none.plus(post);
  }

  /** Whether several posts claim a name. */
  boolean isContested(String name) {
    return several.containsKey(name);
  }

  /** The owner of a name: the oldest post that claims it, so that a new post takes nothing away. */
  @Nullable IndexedPost holder(String name) {
    PSortedSet<IndexedPost> posts = several.get(name);
    return posts == null ? alone.get(name) : posts.last();
  }
}

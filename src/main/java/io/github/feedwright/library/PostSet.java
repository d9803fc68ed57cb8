package io.github.feedwright.library;

import io.github.feedwright.post.Post;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Posts in order, and by month of publication (UTC). A changed copy costs only the change. */
public final class PostSet {
  static final Comparator<Post> NEWEST_FIRST =
      Comparator.comparing((Post post) -> post.dates().published().toInstant())
          .reversed()
          .thenComparing(Post::path);

  /** No posts. */
  static final PostSet EMPTY = new PostSet(TreePSet.empty(NEWEST_FIRST), TreePMap.empty());

  private final PSortedSet<Post> posts;
  private final PSortedMap<YearMonth, PSortedSet<Post>> months;

  private PostSet(PSortedSet<Post> posts, PSortedMap<YearMonth, PSortedSet<Post>> months) {
    this.posts = posts;
    this.months = months;
  }

  PostSet plus(Post post) {
    YearMonth month = month(post);
    PSortedSet<Post> old = months.get(month);
    PSortedSet<Post> same = old == null ? TreePSet.empty(NEWEST_FIRST) : old;
    return new PostSet(posts.plus(post), months.plus(month, same.plus(post)));
  }

  PostSet minus(Post post) {
    YearMonth month = month(post);
    PSortedSet<Post> same = months.get(month);
    if (same == null) {
      return this;
    }
    PSortedSet<Post> rest = same.minus(post);
    return new PostSet(
        posts.minus(post), rest.isEmpty() ? months.minus(month) : months.plus(month, rest));
  }

  /** The month of a post's publication, in UTC. */
  public static YearMonth month(Post post) {
    return YearMonth.from(post.dates().published().withOffsetSameInstant(ZoneOffset.UTC));
  }

  /** The newest posts, at most {@code count}, newest first. */
  public List<Post> newest(int count) {
    List<Post> newest = new ArrayList<>(Math.min(count, posts.size()));
    for (Iterator<Post> each = posts.iterator(); each.hasNext() && newest.size() < count; ) {
      newest.add(each.next());
    }
    return newest;
  }

  /** Some posts, newest first: after the newest {@code skipped}, at most {@code count}. */
  public List<Post> newest(int skipped, int count) {
    return posts.stream().skip(skipped).limit(count).toList();
  }

  /** The post before another one, which need not be among these; or null. */
  public @Nullable Post older(Post post) {
    return posts.higher(post);
  }

  /** The post after another one, which need not be among these; or null. */
  public @Nullable Post newer(Post post) {
    return posts.lower(post);
  }

  /** The posts of one month, newest first. */
  public List<Post> of(YearMonth month) {
    PSortedSet<Post> same = months.get(month);
    return same == null ? List.of() : List.copyOf(same);
  }

  /** The month of the newest post that is not among the newest {@code count}, or null. */
  public @Nullable YearMonth newestMonthBeyond(int count) {
    if (posts.size() <= count) {
      return null;
    }
    Iterator<Post> each = posts.iterator();
    for (int skipped = 0; skipped < count; skipped++) {
      each.next();
    }
    return month(each.next());
  }

  /** Every month that has posts, oldest first. */
  public NavigableMap<YearMonth, ? extends java.util.Set<Post>> months() {
    return months;
  }

  /** Whether a post is among them. */
  public boolean contains(Post post) {
    return posts.contains(post);
  }

  /** How many posts there are. */
  public int size() {
    return posts.size();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return posts.isEmpty();
  }

  /**
   * The oldest post.
   *
   * @throws java.util.NoSuchElementException if there are none
   */
  public Post oldest() {
    return posts.last();
  }

  /** Every post, newest first. */
  public Iterable<Post> all() {
    return posts;
  }
}

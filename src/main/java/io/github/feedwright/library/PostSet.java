package io.github.feedwright.library;

import io.github.feedwright.post.Post;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Posts in order, and by month of publication (UTC). A changed copy costs only the change. */
public final class PostSet {
  static final Comparator<Post> NEWEST_FIRST = PostSet::compare;

  private static final Comparator<OffsetDateTime> BY_TIME = OffsetDateTime.timeLineOrder();

  /** No posts. */
  static final PostSet EMPTY = new PostSet(TreePSet.empty(NEWEST_FIRST), TreePMap.empty());

  private final PSortedSet<Post> posts;

  /** The newest post of each month: the others follow it. */
  private final PSortedMap<YearMonth, Post> months;

  private PostSet(PSortedSet<Post> posts, PSortedMap<YearMonth, Post> months) {
    this.posts = posts;
    this.months = months;
  }

  /** Without intermediate comparators: it is what most of the time of an edit goes into. */
  private static int compare(Post one, Post other) {
    int order = BY_TIME.compare(other.dates().published(), one.dates().published());
    return order == 0 ? one.path().compareTo(other.path()) : order;
  }

  PostSet plus(Post post) {
    YearMonth month = month(post);
    Post newest = months.get(month);
    boolean isNewest = newest == null || NEWEST_FIRST.compare(post, newest) < 0;
    return new PostSet(posts.plus(post), isNewest ? months.plus(month, post) : months);
  }

  PostSet minus(Post post) {
    YearMonth month = month(post);
    Post newest = months.get(month);
    boolean isNewest = newest != null && NEWEST_FIRST.compare(post, newest) == 0;
    return new PostSet(posts.minus(post), isNewest ? monthsWithout(post, month) : months);
  }

  private PSortedMap<YearMonth, Post> monthsWithout(Post newest, YearMonth month) {
    Post next = posts.higher(newest);
    return next != null && month(next).equals(month)
        ? months.plus(month, next)
        : months.minus(month);
  }

  /** The month of a post's publication, in UTC. */
  public static YearMonth month(Post post) {
    OffsetDateTime date = post.dates().published().withOffsetSameInstant(ZoneOffset.UTC);
    return YearMonth.of(date.getYear(), date.getMonthValue());
  }

  /** The newest posts, at most {@code count}, newest first. */
  public List<Post> newest(int count) {
    return newest(0, count);
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
    Post newest = months.get(month);
    return newest == null
        ? List.of()
        : posts.tailSet(newest, true).stream()
            .takeWhile(each -> month(each).equals(month))
            .toList();
  }

  /** The month of the newest post that is not among the newest {@code count}, or null. */
  public @Nullable YearMonth newestMonthBeyond(int count) {
    return newest(count, 1).stream().findFirst().map(PostSet::month).orElse(null);
  }

  /** Every month that has posts, oldest first. */
  public NavigableSet<YearMonth> months() {
    return months.navigableKeySet();
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
  public PSortedSet<Post> all() {
    return posts;
  }
}

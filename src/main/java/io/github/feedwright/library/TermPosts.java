package io.github.feedwright.library;

import io.github.feedwright.post.Post;
import java.util.Comparator;
import java.util.Map;
import org.pcollections.PMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The posts of one term, and how each post spells it. Almost every term has one spelling, whose
 * posts are the same set as those of the term.
 */
final class TermPosts {
  static final TermPosts EMPTY = new TermPosts(PostSet.EMPTY, TreePMap.empty());

  /** The most common spelling wins; of equally common ones, that of the oldest post. */
  private static final Comparator<Map.Entry<String, PSortedSet<Post>>> BEST =
      Comparator.comparingInt((Map.Entry<String, PSortedSet<Post>> each) -> each.getValue().size())
          .thenComparing(each -> each.getValue().last(), PostSet.NEWEST_FIRST);

  private final PostSet posts;
  private final PMap<String, PSortedSet<Post>> spellings;

  private TermPosts(PostSet posts, PMap<String, PSortedSet<Post>> spellings) {
    this.posts = posts;
    this.spellings = spellings;
  }

  TermPosts plus(Post post, String spelling) {
    PSortedSet<Post> old = spellings.getOrDefault(spelling, TreePSet.empty(PostSet.NEWEST_FIRST));
    PostSet more = posts.plus(post);
    PSortedSet<Post> same = old.size() == posts.size() ? more.all() : old.plus(post);
    return new TermPosts(more, spellings.plus(spelling, same));
  }

  private static TermPosts of(PostSet posts, PMap<String, PSortedSet<Post>> spellings) {
    return spellings.size() == 1
        ? new TermPosts(
            posts, TreePMap.singleton(spellings.keySet().iterator().next(), posts.all()))
        : new TermPosts(posts, spellings);
  }

  TermPosts minus(Post post, String spelling) {
    PSortedSet<Post> old = spellings.get(spelling);
    if (old == null) {
      return this;
    }
    PostSet fewer = posts.minus(post);
    PSortedSet<Post> rest = old.size() == posts.size() ? fewer.all() : old.minus(post);
    return of(fewer, rest.isEmpty() ? spellings.minus(spelling) : spellings.plus(spelling, rest));
  }

  PostSet posts() {
    return posts;
  }

  /** The spelling that is the title of the term. */
  String title() {
    return spellings.entrySet().stream().max(BEST).map(Map.Entry::getKey).orElse("");
  }
}

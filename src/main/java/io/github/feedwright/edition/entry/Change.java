package io.github.feedwright.edition.entry;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.library.Term;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.FeedsSettings;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The difference between two libraries, as far as it concerns what is published.
 *
 * @param before the library so far
 * @param after the library from now on
 * @param gone posts of the library so far that were removed or affected
 * @param come posts of the library from now on that were added or affected
 */
public record Change(Library before, Library after, Set<Post> gone, Set<Post> come) {

  /**
   * The change from one library to another.
   *
   * @param touched the files of posts that may differ
   * @param files the files next to posts that may have changed
   * @param rendered what the posts refer to that something was made of
   */
  public static Change between(
      Library before,
      Library after,
      Set<String> touched,
      Set<String> files,
      RenderedPosts rendered) {
    Set<Post> left = new LinkedHashSet<>();
    Set<Post> arrived = new LinkedHashSet<>();
    for (String path : touched) {
      Post was = before.post(path);
      Post is = after.post(path);
      if (!Objects.equals(was, is)) {
        Stream.ofNullable(was).forEach(left::add);
        Stream.ofNullable(is).forEach(arrived::add);
      }
    }
    Set<Post> near = after.affected(before, left, arrived, files);
    near.addAll(rendered.begin(after, near, files));
    Set<String> paths = near.stream().map(Post::path).collect(Collectors.toSet());
    return new Change(before, after, of(before, paths), of(after, paths));
  }

  private static Set<Post> of(Library library, Set<String> files) {
    Set<Post> posts = new LinkedHashSet<>();
    for (String file : files) {
      Post post = library.post(file);
      if (post != null) {
        posts.add(post);
      }
    }
    return posts;
  }

  /** The files of the affected posts. */
  public Set<String> files() {
    Set<String> files = new LinkedHashSet<>();
    gone.forEach(post -> files.add(post.path()));
    come.forEach(post -> files.add(post.path()));
    return files;
  }

  /** The scopes that these posts were in or are in. */
  public Set<Scope> scopes(FeedsSettings settings) {
    Set<Scope> scopes = new LinkedHashSet<>();
    scopes.add(Scope.SITE);
    forEachTerm(
        (post, term) -> {
          if (term.taxonomy().hasFeeds(settings)) {
            scopes.add(new Scope(term));
          }
        });
    return scopes;
  }

  /**
   * The months whose archives may have changed, by scope: in one pass, because the first edition
   * has every post and every scope.
   */
  public Map<Scope, Set<YearMonth>> months() {
    Map<Scope, Set<YearMonth>> months = new HashMap<>();
    for (Set<Post> posts : List.of(gone, come)) {
      posts.stream()
          .filter(post -> post.syndication().inFeeds())
          .forEach(post -> add(months, Scope.SITE, post));
    }
    forEachTerm((post, term) -> add(months, new Scope(term), post));
    return months;
  }

  private static void add(Map<Scope, Set<YearMonth>> months, Scope scope, Post post) {
    months.computeIfAbsent(scope, key -> new TreeSet<>()).add(PostSet.month(post));
  }

  /** Every term of the posts that feeds may hold, as it was and as it is. */
  private void forEachTerm(BiConsumer<Post, Term> action) {
    forEachTerm(before, gone, action);
    forEachTerm(after, come, action);
  }

  private static void forEachTerm(Library library, Set<Post> posts, BiConsumer<Post, Term> action) {
    for (Post post : posts) {
      if (post.syndication().inFeeds()) {
        library.terms(post).forEach(each -> action.accept(post, each.term()));
      }
    }
  }
}

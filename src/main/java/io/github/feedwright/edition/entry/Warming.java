package io.github.feedwright.edition.entry;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.post.Post;
import io.github.feedwright.thread.PublishingThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * The first snapshot does not wait for posts that only the feeds of terms show: these feeds are
 * cold, that is, made at their first request. They are prepared one after another while the server
 * answers. Whichever way a feed was made, its bytes are the same.
 */
@PublishingThread
public final class Warming {
  /** So many posts are rendered at once: a reader who asks for a cold feed waits behind them. */
  private static final int POSTS_AT_ONCE = 24;

  /** A change is not delayed for longer. */
  private static final WaitLimit STEP_LIMIT = WaitLimit.of(Duration.ofMillis(100));

  private final FeedWindows windows;
  private final EntryCache entries;
  private final BiFunction<Library, List<Post>, CompletableFuture<List<RenderedEntry>>> maker;

  /** The scopes that may still be cold, those with most subscribers first. */
  private final Set<Scope> waiting = new LinkedHashSet<>();

  /**
   * What has been done.
   *
   * @param ready the cold scopes whose posts are all ready
   * @param hasRendered whether posts were rendered; if not, nothing is left to begin with
   */
  public record Step(Set<Scope> ready, boolean hasRendered) {}

  /**
   * Nothing is cold yet.
   *
   * @param maker makes the entries of a feed that is cold
   */
  public Warming(
      FeedWindows windows,
      EntryCache entries,
      BiFunction<Library, List<Post>, CompletableFuture<List<RenderedEntry>>> maker) {
    this.windows = windows;
    this.entries = entries;
    this.maker = maker;
  }

  /**
   * Begins.
   *
   * @param scopes all
   * @return the scopes that are cold in the first edition
   */
  public Set<Scope> begin(Set<Scope> scopes, Library library) {
    Set<Scope> cold = new LinkedHashSet<>(scopes);
    cold.remove(Scope.SITE);
    waiting.addAll(inOrder(scopes, library));
    return cold;
  }

  /**
   * The posts of scopes that must be rendered before the next edition: all of the feeds that are
   * prepared, and of the others those that were rendered and have changed.
   */
  public Set<Post> needed(Set<Scope> scopes, Set<Scope> cold, Set<String> touched) {
    Set<Post> needed = new LinkedHashSet<>();
    for (Scope scope : scopes) {
      for (Post post : windows.of(scope)) {
        boolean isOutdated = touched.contains(post.path()) && entries.get(post) != null;
        if (isOutdated || !cold.contains(scope)) {
          needed.add(post);
        }
      }
    }
    return needed;
  }

  /**
   * The entries of a scope's feed.
   *
   * @param current the library that is published
   * @param mustBeWhole whether the feed is cold unless every post is ready
   */
  public FeedWindow window(Library current, Scope scope, boolean isCold, boolean mustBeWhole) {
    List<Post> posts = windows.of(scope);
    return isCold || (mustBeWhole && !isReady(scope))
        ? new FeedWindow(null, library -> maker.apply(library, posts))
        : FeedWindow.of(prepared(current, scope));
  }

  /**
   * The entries of a scope's feed that are ready. No two have one id: a previous entry that stands
   * in for one that is not ready is left out if another post has its id now, because readers would
   * take the two for one post.
   */
  public List<RenderedEntry> prepared(Library library, Scope scope) {
    List<RenderedEntry> prepared = new ArrayList<>();
    // Of all posts; filled only if an entry stands in.
    Set<String> taken = new HashSet<>();
    for (Post post : windows.of(scope)) {
      RenderedEntry entry = entries.atHand(post);
      if (entry != null && mayShow(entry.entry().id(), post, library, taken)) {
        prepared.add(entry);
      }
    }
    return prepared;
  }

  private static boolean mayShow(String id, Post post, Library library, Set<String> taken) {
    if (id.equals(library.id(post))) {
      return true;
    }
    if (taken.isEmpty()) {
      library.all().forEach(each -> taken.add(library.id(each)));
    }
    return taken.add(id);
  }

  /** Renders some posts of cold feeds, the feeds with most subscribers first. */
  public Step step(Set<Scope> cold, Library library) {
    Set<Scope> over = new HashSet<>();
    Set<Scope> ready = new LinkedHashSet<>();
    Set<Post> next = new LinkedHashSet<>();
    Iterator<Scope> each = waiting.iterator();
    while (each.hasNext() && next.size() < POSTS_AT_ONCE) {
      Scope scope = each.next();
      if (!cold.contains(scope)) {
        over.add(scope);
      } else if (isReady(scope)) {
        ready.add(scope);
      } else {
        windows.of(scope).stream().filter(entries::mayBeginWith).forEach(next::add);
      }
    }
    waiting.removeAll(over);
    waiting.removeAll(ready);
    entries.prepare(next.stream().limit(POSTS_AT_ONCE).toList(), Set.of(), library, STEP_LIMIT);
    return new Step(ready, !next.isEmpty());
  }

  private boolean isReady(Scope scope) {
    return windows.of(scope).stream().allMatch(entries::isSettled);
  }

  /** The site, categories, then authors, then others, of each the larger ones first. */
  private static List<Scope> inOrder(Set<Scope> scopes, Library library) {
    return scopes.stream()
        .sorted(
            Comparator.comparingInt(Warming::rank)
                .thenComparingInt(scope -> -scope.posts(library).size())
                .thenComparing(Scope::name))
        .toList();
  }

  private static int rank(Scope scope) {
    Term term = scope.term();
    if (term == null) {
      return 0;
    }
    return term.taxonomy() == Taxonomy.CATEGORY ? 1 : term.taxonomy() == Taxonomy.AUTHOR ? 2 : 3;
  }
}

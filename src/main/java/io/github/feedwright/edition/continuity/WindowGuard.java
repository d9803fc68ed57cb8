package io.github.feedwright.edition.continuity;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.identity.PublishedPost;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps old posts that nobody was shown, an import for example, out of the newest entries of a feed
 * if there are many at once. Pages and archives show them.
 */
@PublishingThread
final class WindowGuard {
  private final SurgeLimit limit;
  private final int items;
  private final Map<Scope, Set<String>> keptOut = new HashMap<>();
  private final Map<Scope, Set<String>> admitted = new HashMap<>();
  private final Set<Scope> undecided = new HashSet<>();

  WindowGuard(SurgeLimit limit, int items) {
    this.limit = limit;
    this.items = items;
  }

  /**
   * Decides which posts are kept out of a feed's newest entries.
   *
   * @param shown its newest entries so far, newest first
   * @param othersCome whether files are arriving, so that more may follow
   */
  void decide(
      Scope scope,
      Library library,
      List<Post> shown,
      PublishedPosts published,
      boolean othersCome) {
    Instant newest = newest(scope, library, shown, published);
    Set<String> unknown = new TreeSet<>();
    int size = 0;
    if (newest != null) {
      for (Post post : scope.posts(library).newest(items)) {
        size++;
        if (isOld(post, newest) && !isKnown(post, scope, library, published)) {
          unknown.add(post.path());
        }
      }
    }
    Set<String> all = new TreeSet<>(admitted.getOrDefault(scope, Set.of()));
    all.addAll(unknown);
    boolean isSurge = limit.isOver(all.size(), size);
    undecided.remove(scope);
    if (unknown.isEmpty() || (!isSurge && !othersCome)) {
      keptOut.remove(scope);
      if (!unknown.isEmpty()) {
        admitted.put(scope, all);
      }
      return;
    }
    if (!isSurge) {
      undecided.add(scope);
    }
    keptOut.put(scope, old(scope, library, newest, published));
  }

  /** The unknown old posts that would be among the newest entries if all before them were not. */
  private Set<String> old(
      Scope scope, Library library, @Nullable Instant newest, PublishedPosts published) {
    Set<String> old = new TreeSet<>();
    int left = items;
    for (Post post : scope.posts(library).all()) {
      if (left == 0 || newest == null) {
        break;
      }
      if (isOld(post, newest) && !isKnown(post, scope, library, published)) {
        old.add(post.path());
      } else {
        left--;
      }
    }
    return old;
  }

  private static boolean isOld(Post post, Instant newest) {
    return !post.dates().published().toInstant().isAfter(newest);
  }

  private static boolean isKnown(
      Post post, Scope scope, Library library, PublishedPosts published) {
    PublishedPost known = published.withId(library.guid(post));
    return known != null && !known.keptFrom().contains(scope.name());
  }

  /** When the newest entry that readers were shown was published; null where there was none. */
  private static @Nullable Instant newest(
      Scope scope, Library library, List<Post> shown, PublishedPosts published) {
    if (!shown.isEmpty()) {
      return shown.get(0).dates().published().toInstant();
    }
    for (Post post : scope.posts(library).all()) {
      if (isKnown(post, scope, library, published)) {
        return post.dates().published().toInstant();
      }
    }
    return null;
  }

  /** The newest entries of a feed, without what is kept out of them. */
  List<Post> window(Scope scope, Library library) {
    Set<String> without = keptOut.getOrDefault(scope, Set.of());
    if (without.isEmpty()) {
      return scope.posts(library).newest(items);
    }
    List<Post> window = new ArrayList<>();
    for (Post post : scope.posts(library).all()) {
      if (window.size() == items) {
        break;
      }
      if (!without.contains(post.path())) {
        window.add(post);
      }
    }
    return window;
  }

  /** What is kept out of feeds, by file. */
  Map<String, Set<String>> keptFrom() {
    Map<String, Set<String>> keptFrom = new TreeMap<>();
    keptOut.forEach(
        (scope, paths) ->
            paths.forEach(
                path -> keptFrom.computeIfAbsent(path, key -> new TreeSet<>()).add(scope.name())));
    return keptFrom;
  }

  /** What is kept out of feeds, by file, but for feeds that are decided again. */
  Map<String, Set<String>> held() {
    Map<String, Set<String>> held = new TreeMap<>();
    keptOut.forEach(
        (scope, paths) -> {
          if (!undecided.contains(scope)) {
            paths.forEach(
                path -> held.computeIfAbsent(path, key -> new TreeSet<>()).add(scope.name()));
          }
        });
    return held;
  }

  /** The feeds that must be decided again when no more files arrive. */
  Set<Scope> undecided() {
    return Set.copyOf(undecided);
  }

  /** Somebody has confirmed what is kept out. */
  void release() {
    keptOut.clear();
    undecided.clear();
  }

  /** Whether some were published since the directory last settled. */
  boolean hasAdmitted() {
    return !admitted.isEmpty();
  }

  /** The directory has settled: what comes later is counted separately. */
  void markSettled() {
    admitted.clear();
  }
}

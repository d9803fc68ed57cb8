package io.github.feedwright.edition.continuity;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.identity.PublishedPost;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.intake.state.HeldValues;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.SpelledTerm;
import io.github.feedwright.post.Dates;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds back posts that readers would show as new again, and planets on top: those with another id
 * or date than they were published with, and old posts that no reader has seen. If they are few,
 * they are published; if not, all of them are held until somebody confirms them. Everything else is
 * published: a feed that stops would be worse.
 *
 * <p>Posts with other dates or ids are held until the directory has settled, because only then is
 * it known how many there are.
 */
@PublishingThread
final class FloodGuard {
  /** An author may edit so many posts, with new dates of change, before the directory settles. */
  private static final int MOST_RESTAMPED = 10;

  private final Settings settings;
  private final FileState fileState;
  private final SurgeLimit limit;
  private final WindowGuard windows;
  private final Map<String, String> changes = new TreeMap<>();
  private final Set<String> restamped = new TreeSet<>();
  private boolean isSurge;
  private boolean isUnjudged;

  /** A guard of the posts of these files. */
  FloodGuard(Settings settings, FileState fileState) {
    this.settings = settings;
    this.fileState = fileState;
    this.limit = new SurgeLimit(settings.guard().entries());
    this.windows = new WindowGuard(limit, settings.feeds().items());
  }

  /**
   * Holds posts that have another id or date than they were published with.
   *
   * @param touched the files whose posts may have changed
   * @return the files whose posts are now held, or no longer are
   */
  Set<String> hold(Library library, Set<String> touched, PublishedPosts published, Instant now) {
    Set<String> turned = new TreeSet<>();
    for (String path : touched) {
      String from = fileState.moved().get(path);
      PublishedPost was =
          fileState.isFormerPath(path) ? null : published.of(from == null ? path : from);
      Post is = fileState.written(path, now);
      String change =
          was == null || is == null || isAnother(is, was, published)
              ? null
              : change(is, was, with(library, is));
      HeldValues before = fileState.held(path);
      HeldValues as = change == null || was == null ? null : asPublished(was);
      String last = change == null ? changes.remove(path) : changes.put(path, change);
      isUnjudged |= !Objects.equals(change, last);
      fileState.hold(path, as);
      if (before == null ? as != null : !before.equals(as)) {
        turned.add(path);
      }
    }
    return turned;
  }

  /** Whether a post that is at the path of one that is gone is not that one. */
  private boolean isAnother(Post is, PublishedPost was, PublishedPosts published) {
    Instant date = is.dates().published().toInstant();
    return was.isGone()
        && (was.isOtherPostThan(is.title(), date, fileState.textHash(is.path()))
            || !was.equals(published.withId(was.id())));
  }

  private static Library with(Library library, Post post) {
    return post.equals(library.post(post.path())) ? library : library.with(post);
  }

  private static HeldValues asPublished(PublishedPost was) {
    OffsetDateTime modified = was.updated().equals(was.published()) ? null : was.updated();
    return new HeldValues(new Dates(was.published(), modified), was.id());
  }

  /** What readers would show as new about a post, in one line, or null. */
  private @Nullable String change(Post is, PublishedPost was, Library library) {
    OffsetDateTime published = is.dates().published();
    OffsetDateTime updated = is.dates().updated();
    String id = library.guid(is);
    boolean isMoved = !id.equals(was.id()) || !published.isEqual(was.published());
    boolean isForward = updated.isAfter(was.updated());
    boolean isSameText =
        fileState.textHash(is.path()).equals(was.textHash()) && is.title().equals(was.title());
    if (!isMoved && isForward && !isSameText) {
      restamped.add(is.path());
    }
    boolean isMany = restamped.size() > MOST_RESTAMPED && restamped.contains(is.path());
    return isMoved || (isForward && (isSameText || isMany))
        ? String.join("\t", is.path(), id, published.toString(), updated.toString())
        : null;
  }

  /**
   * Decides whether the held posts are published as they are written: if they are few, or were
   * confirmed. Call it when the directory has settled.
   *
   * @return the files whose posts are published as they are written from now on
   */
  Set<String> judge(Library library, Instant now) {
    isUnjudged = false;
    restamped.clear();
    windows.markSettled();
    Library free = library;
    Set<Scope> scopes = new LinkedHashSet<>();
    for (String path : changes.keySet()) {
      Post written = fileState.written(path, now);
      if (written != null) {
        addScopes(scopes, library, library.post(path));
        free = free.with(written);
        addScopes(scopes, free, written);
      }
    }
    isSurge = isSurge(scopes, free) && !isAccepted(held());
    if (isSurge) {
      return Set.of();
    }
    Set<String> released = new TreeSet<>(changes.keySet());
    released.forEach(path -> fileState.hold(path, null));
    changes.clear();
    return released;
  }

  private void addScopes(Set<Scope> scopes, Library library, @Nullable Post post) {
    if (post != null && post.syndication().inFeeds()) {
      scopes.add(Scope.SITE);
      library.terms(post).stream()
          .map(SpelledTerm::term)
          .filter(term -> term.taxonomy().hasFeeds(settings.feeds()))
          .forEach(term -> scopes.add(new Scope(term)));
    }
  }

  private boolean isSurge(Collection<Scope> scopes, Library free) {
    return scopes.stream()
        .anyMatch(
            scope -> {
              List<Post> window = scope.posts(free).newest(settings.feeds().items());
              long count = window.stream().filter(post -> changes.containsKey(post.path())).count();
              return limit.isOver((int) count, window.size());
            });
  }

  /** Whether there are posts that wait for the directory to settle. */
  boolean isWaiting() {
    return isUnjudged || !restamped.isEmpty() || windows.hasAdmitted();
  }

  /**
   * Decides which posts are kept out of the newest entries of feeds.
   *
   * @param scopes the feeds that may have changed
   * @param shown what their newest entries were so far
   * @param othersCome whether files are arriving, so that more may follow
   * @return all feeds that may have other entries now
   */
  Set<Scope> decide(
      Set<Scope> scopes,
      Library library,
      Function<Scope, List<Post>> shown,
      PublishedPosts published,
      boolean othersCome) {
    Set<Scope> decided = new LinkedHashSet<>(scopes);
    decided.addAll(windows.undecided());
    decided.forEach(
        scope -> windows.decide(scope, library, shown.apply(scope), published, othersCome));
    if (isAccepted(held())) {
      windows.release();
    }
    return decided;
  }

  /** The newest entries of a feed, without what is kept out of them. */
  List<Post> window(Scope scope, Library library) {
    return windows.window(scope, library);
  }

  /** From which feeds' newest entries posts are kept, by file. */
  Map<String, Set<String>> keptFrom() {
    return windows.keptFrom();
  }

  /** Whether feeds must be decided again when no more files arrive. */
  boolean isUndecided() {
    return !windows.undecided().isEmpty();
  }

  private boolean isAccepted(HeldPosts held) {
    return settings.guard().accept().contains(held.token());
  }

  /** What is held back now. */
  HeldPosts held() {
    Map<String, Set<String>> out = windows.held();
    Set<String> paths = new TreeSet<>(out.keySet());
    List<String> lines = new ArrayList<>();
    out.forEach((path, feeds) -> lines.add(path + "\t" + String.join(",", new TreeSet<>(feeds))));
    paths.addAll(changes.keySet());
    lines.addAll(changes.values());
    return HeldPosts.of(paths, lines);
  }

  /** What is held back now, for people: nothing until the directory has settled. */
  HeldPosts reported() {
    return isSurge || !windows.held().isEmpty() ? held() : HeldPosts.NOTHING;
  }

  /** A problem that reports what is held back, or null if nothing is. */
  @Nullable Problem problem(Library library) {
    HeldPosts held = reported();
    if (held.count() == 0) {
      return null;
    }
    String first = held.paths().first();
    Post post = library.post(first);
    int line = post == null ? 1 : post.lines().of("date", "published", "publishDate", "pubdate");
    return Problem.error(first, line, Kind.GUARD, held.message());
  }
}

package io.github.feedwright.edition.continuity;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ids and dates that readers know from one edition to the next.
 *
 * <p>Threads: {@code reload} takes over what was published.
 */
@PublishingThread(shared = {"published"})
public final class Continuity {
  private final FileState fileState;
  private final IdKeeper keeper;
  private final UnwrittenIds unwritten;
  private final FloodGuard guard;
  private volatile PublishedPosts published = PublishedPosts.NONE;
  private Set<String> keptOut = Set.of();
  private Set<String> gone = Set.of();
  private boolean isSettled;

  /**
   * The posts of the next edition.
   *
   * @param library with all of them
   * @param touched the files whose posts may differ from those of the last edition
   */
  public record Next(Library library, Set<String> touched) {}

  /**
   * Knows nothing yet of what readers were shown.
   *
   * @param fileState whose posts are published
   */
  public Continuity(Settings settings, FileState fileState) {
    this.fileState = fileState;
    this.keeper = new IdKeeper(settings, fileState);
    this.unwritten = new UnwrittenIds(fileState);
    this.guard = new FloodGuard(settings, fileState);
  }

  /** What readers were last shown. */
  @AnyThread
  public PublishedPosts published() {
    return published;
  }

  /** Sets what readers were shown before this pipeline published anything. */
  public void remember(PublishedPosts shown) {
    published = shown;
  }

  /** Finds what was renamed while no server ran; called once, before the first edition. */
  public void compare() {
    gone = keeper.compare(published);
    isSettled = true;
  }

  /** The directory has settled. */
  public void markSettled() {
    fileState.ids().markSettled();
    isSettled = true;
  }

  /** Whether something waits for the directory to settle. */
  public boolean waitsForSettling() {
    return guard.isWaiting();
  }

  /** Whether feeds must be made again when no more files arrive. */
  public boolean isBehind() {
    return guard.isUndecided();
  }

  /**
   * Puts posts into a library with the ids and dates that they will be published with.
   *
   * @param before the library of the last edition
   * @param start the library to put them into
   * @param refreshed the files whose posts may have changed
   */
  public Next next(Library before, Library start, Set<String> refreshed, Instant now) {
    Set<String> touched = new TreeSet<>(refreshed);
    Library after = with(start, touched, now);
    if (published.isEmpty()) {
      return new Next(after, touched);
    }
    Set<String> kept = keeper.keep(before, after, touched, published);
    Set<String> all = new TreeSet<>();
    while (all.addAll(kept)) {
      // An id that a post does not take, because it keeps its own, would go to another post.
      Library last = after;
      after = with(after, kept, now);
      kept = keeper.keepNear(last, after, kept, published);
    }
    touched.addAll(all);
    Set<String> turned = guard.hold(after, touched, published, now);
    after = with(after, turned, now);
    touched.addAll(turned);
    if (isSettled) {
      Set<String> released = guard.judge(after, now);
      after = with(after, released, now);
      touched.addAll(released);
    }
    return new Next(after, touched);
  }

  private Library with(Library library, Set<String> paths, Instant now) {
    Library changed = library;
    for (String path : paths) {
      Post is = fileState.showing(path, now);
      if (!Objects.equals(changed.post(path), is)) {
        changed = is == null ? changed.without(path) : changed.with(is);
      }
    }
    return changed;
  }

  /**
   * Decides which posts are kept out of the newest entries of feeds.
   *
   * @param scopes the feeds that may have changed
   * @param shown what their newest entries were so far
   * @return all feeds that may have other entries now
   */
  public Set<Scope> decide(Set<Scope> scopes, Library library, Function<Scope, List<Post>> shown) {
    return published.isEmpty()
        ? scopes
        : guard.decide(scopes, library, shown, published, fileState.isArriving());
  }

  /** The newest entries of a feed. */
  public List<Post> window(Scope scope, Library library) {
    return guard.window(scope, library);
  }

  /**
   * An edition was published.
   *
   * @param files those whose posts changed
   */
  public void markPublished(Library library, Set<String> files) {
    Map<String, Set<String>> keptFrom = guard.keptFrom();
    Set<String> changed = new HashSet<>(files);
    changed.addAll(keptOut);
    changed.addAll(gone);
    changed.addAll(keptFrom.keySet());
    changed.addAll(fileState.moved().values());
    PublishedPosts now = keeper.record(published, library, changed, keptFrom);
    // Ids that are held are those of the previous rules: they must not count as ids by the new
    // ones.
    published =
        published.isEmpty() || guard.held().count() == 0 ? now.withRules(keeper.rules()) : now;
    keptOut = Set.copyOf(keptFrom.keySet());
    gone = Set.of();
    isSettled = false;
  }

  /** What is held back until somebody confirms it. */
  public HeldPosts held() {
    return guard.reported();
  }

  /** The ids that posts keep, although files alone would give them others. */
  public List<RecordedId> unwritten(Library library) {
    return unwritten.of(library);
  }

  /** What should be written down, what is not certain, and what is held back. */
  public List<Problem> problems(Library library) {
    List<Problem> problems = new ArrayList<>(unwritten.problems(library, published));
    @Nullable Problem held = guard.problem(library);
    if (held != null) {
      problems.add(held);
    }
    return problems;
  }
}

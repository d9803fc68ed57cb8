package io.github.feedwright.edition.entry;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.Library;
import io.github.feedwright.permalink.LinkNames;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The references of the posts that are served, and their problems. Unlike their HTML, which can be
 * made again, these are kept while the posts are served: with them, a change finds the posts that
 * must be rendered again.
 *
 * <p>Posts are rendered while the next snapshot is made. If something was rendered for an earlier
 * one and is wrong when it is recorded, the next change renders it again.
 *
 * <p>Threads: {@code render}, {@code render-long} and {@code worker} record what they rendered;
 * {@code publish} asks what a change outdates.
 */
public final class RenderedPosts {
  private record Rendered(Set<Reference> references, List<Problem> problems) {}

  private final Consumer<String> late;
  private final Map<Post, Rendered> rendered = new HashMap<>();
  private final Map<Post, List<Problem>> problems = new HashMap<>();
  private final ReferenceIndex index = new ReferenceIndex();

  /** The posts that were rendered for an earlier library, and are wrong for the current one. */
  private final Set<Post> overtaken = new HashSet<>();

  /** The overtaken posts that are being rendered again for the next library. */
  private final Set<Post> madeAgain = new HashSet<>();

  private Library served;
  private Library next;

  /** Whether a library was never served, because publishing failed: its renderings must go. */
  private boolean hasLeftOvers;

  /**
   * Nothing is rendered yet.
   *
   * @param served the library of what is served now
   * @param late receives the file of a post that was rendered for an earlier library
   */
  public RenderedPosts(Library served, Consumer<String> late) {
    this.served = served;
    this.next = served;
    this.late = late;
  }

  /** Records a rendering of a post, made for a library. */
  void record(Library library, Post post, Content content) {
    if (add(library, post, content)) {
      late.accept(post.path());
    }
  }

  /**
   * Returns whether the post must be rendered again for the next library, and this was not known
   * yet.
   */
  private synchronized boolean add(Library library, Post post, Content content) {
    boolean isNext = isIn(next, post);
    if (!isNext && !isIn(served, post)) {
      return false; // A version that was never served, or no longer is.
    }
    boolean holds = library == next || content.holds(next);
    Rendered before = rendered.get(post);
    // What is right now is not forgotten for what was right before.
    if (before == null
        || (!before.references().equals(content.uses()) && (holds || !holds(before)))) {
      forget(post);
      rendered.put(post, new Rendered(content.uses(), content.problems()));
      index.add(post, content.uses());
      if (!content.problems().isEmpty()) {
        problems.put(post, content.problems());
      }
    }
    return isNext && !holds && overtaken.add(post);
  }

  private boolean holds(Rendered before) {
    return before.references().stream().allMatch(reference -> reference.holds(next));
  }

  private static boolean isIn(Library library, Post post) {
    return post.equals(library.post(post.path()));
  }

  private void forget(Post post) {
    Rendered before = rendered.remove(post);
    if (before != null) {
      index.remove(post, before.references());
      problems.remove(post);
    }
  }

  /**
   * Begins the change to the next library, which ends when that is {@link #markPublished}.
   *
   * @param changed posts of it, or of the library that is served, that have changed
   * @param files the files next to posts that may have changed
   * @return the posts of the next library that must be rendered again, because something that they
   *     refer to has changed
   */
  public synchronized Set<Post> begin(
      Library library, Collection<Post> changed, Collection<String> files) {
    hasLeftOvers |= next != served;
    next = library;
    madeAgain.clear();
    madeAgain.addAll(overtaken);
    Set<Post> outdated = new LinkedHashSet<>(overtaken);
    if (!index.isEmpty()) {
      addReferring(changed, files, outdated);
    }
    outdated.removeIf(post -> !isIn(library, post));
    return outdated;
  }

  /** Adds the posts that refer to something that has changed. */
  private void addReferring(
      Collection<Post> changed, Collection<String> files, Set<Post> outdated) {
    changed.stream()
        .flatMap(post -> LinkNames.of(post).stream())
        .distinct()
        .forEach(name -> index.addOutdatedByPosts(name, next, outdated));
    for (Post post : changed) {
      index.addOutdatedByAddresses(post, served, next, outdated);
    }
    files.forEach(file -> index.addOutdatedByFile(file, next, outdated));
  }

  /**
   * A library is served now, and all that was outdated has been made again.
   *
   * @param gone the posts of the one before that may not be in it
   */
  public synchronized void markPublished(Library library, Collection<Post> gone) {
    served = library;
    overtaken.removeAll(madeAgain);
    gone.stream().filter(post -> !isIn(library, post)).forEach(this::forget);
    if (hasLeftOvers) {
      List.copyOf(rendered.keySet()).stream()
          .filter(post -> !isIn(library, post))
          .forEach(this::forget);
      hasLeftOvers = false;
    }
  }

  /** Whether something is outdated by a change that has been published already. */
  public synchronized boolean isBehind() {
    return !overtaken.isEmpty();
  }

  /** The problems of the rendered posts of a library. */
  public synchronized List<Problem> problems(Library library) {
    List<Problem> found = new ArrayList<>();
    // Between two changes, what is recorded is of posts of the library that is served.
    boolean isServed = library == served && library == next;
    problems.forEach(
        (post, each) -> {
          if (isServed || isIn(library, post)) {
            found.addAll(each);
          }
        });
    return found;
  }
}

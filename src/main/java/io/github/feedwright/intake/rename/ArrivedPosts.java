package io.github.feedwright.intake.rename;

import io.github.feedwright.identity.PostTraits;
import io.github.feedwright.identity.Renames;
import io.github.feedwright.identity.Traits;
import io.github.feedwright.intake.reading.PostFile;
import io.github.feedwright.post.Post;
import io.github.feedwright.thread.PublishingThread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The posts of new files, until it is clear whether they are renamed posts. Most do not wait. If
 * one may be a missing post, it waits for other new files that may be that post, too; a copy waits
 * for its original to be deleted.
 */
@PublishingThread
final class ArrivedPosts {
  /** Longer than a file takes to settle, and shorter than a missing one takes to be deleted. */
  private static final Duration FOR_OTHERS = Duration.ofMillis(800);

  private static final Duration AGAIN = Duration.ofMillis(50);

  /** Tools that copy a file and then delete it take less time than this. */
  private static final Duration FOR_ORIGINAL = Duration.ofSeconds(2);

  private final Traits traits;
  private final TreeMap<String, Arrival> waiting = new TreeMap<>();
  private final Set<String> candidates = new HashSet<>();

  /**
   * A new post.
   *
   * @param read its file, as it was read
   * @param since when it was first read
   * @param until when it stops waiting
   */
  record Arrival(PostFile read, Post post, Instant since, Instant until) {
    private Arrival until(Instant other) {
      return new Arrival(read, post, since, other);
    }

    private boolean isWaiting(Instant now) {
      return now.isBefore(until) && !now.isBefore(since);
    }
  }

  /**
   * What a new post is.
   *
   * @param formerPath the file that it was before, or null if it was not renamed
   * @param candidates some files that it may have been, if several match
   */
  record Decision(Arrival arrival, @Nullable String formerPath, Set<String> candidates) {
    /** The files that it was, or may have been. */
    private Set<String> former() {
      return formerPath == null ? candidates : Set.of(formerPath);
    }
  }

  ArrivedPosts(Traits traits) {
    this.traits = traits;
  }

  private PostTraits traits(Arrival arrival) {
    return traits.of(arrival.post(), arrival.read().textHash());
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** A file that was not known holds a post. */
  void add(PostFile read, Post post, Instant now) {
    Arrival before = waiting.get(post.path());
    Instant since = before == null || now.isBefore(before.since()) ? now : before.since();
    waiting.put(post.path(), new Arrival(read, post, since, since));
  }

  /** The files have changed since the decision; it is made again when they have been checked. */
  void putBack(Arrival arrival, Instant now) {
    waiting.put(arrival.post().path(), arrival.until(now.plus(AGAIN)));
  }

  /** A file is gone again. */
  void remove(String path) {
    waiting.remove(path);
  }

  Collection<Arrival> all() {
    return waiting.values();
  }

  /** The missing posts that the waiting ones may be, as of the last decision. */
  Set<String> candidates() {
    return candidates;
  }

  /** When one of them stops waiting, or null. */
  @Nullable Instant next() {
    return waiting.values().stream()
        .map(Arrival::until)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /**
   * Decides what can be decided; the rest waits.
   *
   * @param missing posts whose files are not there, and not yet believed to be gone
   * @param othersCome whether there are files that were not known and have yet to be read
   * @param isCopy whether the original of a post is there
   */
  List<Decision> decide(
      Collection<PostTraits> missing, boolean othersCome, Predicate<Arrival> isCopy, Instant now) {
    Renames renames =
        missing.isEmpty()
            ? Renames.NONE
            : Renames.between(missing, waiting.values().stream().map(this::traits).toList());
    List<Decision> decisions = new ArrayList<>();
    candidates.clear();
    for (Arrival arrival : List.copyOf(waiting.values())) {
      Decision decision = decision(arrival, renames);
      Arrival next = arrival.until(arrival.since().plus(wait(decision, othersCome, isCopy)));
      if (next.isWaiting(now)) {
        waiting.put(next.post().path(), next);
        candidates.addAll(decision.former());
      } else {
        waiting.remove(next.post().path());
        decisions.add(decision);
      }
    }
    return decisions;
  }

  private static Decision decision(Arrival arrival, Renames renames) {
    String path = arrival.post().path();
    return new Decision(
        arrival, renames.formerPaths().get(path), renames.ambiguous().getOrDefault(path, Set.of()));
  }

  private static Duration wait(Decision decision, boolean othersCome, Predicate<Arrival> isCopy) {
    if (!decision.former().isEmpty()) {
      return othersCome ? FOR_OTHERS : Duration.ZERO;
    }
    return isCopy.test(decision.arrival()) ? FOR_ORIGINAL : Duration.ZERO;
  }
}

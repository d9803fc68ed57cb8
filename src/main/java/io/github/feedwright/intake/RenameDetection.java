package io.github.feedwright.intake;

import io.github.feedwright.identity.PostTraits;
import io.github.feedwright.identity.Renames;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.intake.state.PostIndex;
import io.github.feedwright.library.Traits;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.Settling;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which new posts are renamed ones, and puts these in the place of the previous ones. */
@PublishingThread
final class RenameDetection {
  private final Settling settling;
  private final KnownFiles known;
  private final PostIndex index;
  private final FileState fileState;
  private final FileStateWriter writer;
  private final Traits traits;
  private final ArrivedPosts arrived;
  private final ReplacedFiles replaced;

  RenameDetection(
      Settings settings,
      Settling settling,
      KnownFiles known,
      PostIndex index,
      FileState fileState,
      FileStateWriter writer) {
    this.settling = settling;
    this.known = known;
    this.index = index;
    this.fileState = fileState;
    this.writer = writer;
    this.traits = new Traits(settings);
    this.arrived = new ArrivedPosts(traits);
    this.replaced = new ReplacedFiles(settling, index, fileState, writer, traits);
  }

  /** A new file contains a post. */
  void arrived(PostFileReader.Taken taken, Post post, Instant now) {
    arrived.add(taken.withoutBytes(), post, now);
  }

  /** The files that contain other posts than before. */
  ReplacedFiles replaced() {
    return replaced;
  }

  /**
   * A known file was read again. Whether it waits, because another post was renamed over its post.
   *
   * @param post its post, or null if it cannot be understood
   * @param before what identified the post that it contained, or null
   */
  boolean waits(
      PostFileReader.Taken taken, @Nullable Post post, @Nullable PostTraits before, Instant now) {
    if (post == null || before == null) {
      replaced.remove(taken.file().path(), now);
      if (replaced.isElsewhere(taken.file().path())) {
        // The post is in the file that it was renamed to, so it is not the last good version here.
        writer.drop(taken.file().path());
      }
      return false;
    }
    return replaced.add(taken, post, before, now);
  }

  /** A file is gone. */
  void departed(String path, Instant now) {
    arrived.remove(path);
    replaced.remove(path, now);
  }

  /**
   * A known file was read again. A missing file with the same id, or with the same title, text and
   * date, was renamed to it. If the file contains another post than before, and no other file has
   * this new post, it counts as a new file: the missing one that {@link Renames} finds for it.
   *
   * @param before what identified the post that it contained, or null
   * @return the files with the same post that still exist
   */
  List<String> replaced(PostFileReader.Taken taken, Post post, @Nullable PostTraits before) {
    List<String> others =
        index.same(post, taken.textHash(), fileState::good).stream()
            .filter(path -> !path.equals(post.path()))
            .toList();
    List<String> same = writer.deleteGone(others);
    List<String> gone = same;
    PostTraits is = traits.of(post, taken.textHash());
    if (others.isEmpty() && before != null && is.isAnotherThan(before)) {
      List<PostTraits> missing =
          posts(goneAlike(post, taken)).stream().filter(was -> !is.isAnotherThan(was)).toList();
      Renames renames = Renames.between(missing, List.of(is));
      gone = writer.deleteGone(renames.formerPaths().values());
    }
    gone.forEach(path -> fileState.moved(Map.of(post.path(), path)));
    return others.stream().filter(path -> !same.contains(path)).toList();
  }

  /**
   * Takes in the new posts that need not wait: renamed ones in the place of the previous ones.
   *
   * @return whether there were any
   */
  boolean decide(Instant now) {
    if (arrived.isEmpty() && replaced.isEmpty()) {
      return false;
    }
    List<ArrivedPosts.Decision> decisions =
        arrived.decide(missing(), othersCome(), this::isCopy, now);
    arrived.candidates().forEach(path -> settling.livesElsewhere(path, now));
    Map<String, ArrivedPosts.Decision> found = new TreeMap<>();
    boolean changed = false;
    for (ArrivedPosts.Decision decision : decisions) {
      String former = decision.formerPath();
      if (former != null && replaced.contains(former)) {
        found.put(former, decision);
      } else {
        changed |= apply(decision, now);
      }
    }
    return replace(found, now) || changed;
  }

  /**
   * Takes in files that contain other posts than before.
   *
   * @param found the new files of the posts that some of them contained
   */
  private boolean replace(Map<String, ArrivedPosts.Decision> found, Instant now) {
    Map<String, String> paths = new TreeMap<>();
    found.forEach(
        (former, decision) -> {
          if (writer.isStill(decision.arrival().taken().file())) {
            paths.put(former, decision.arrival().post().path());
          }
        });
    Set<String> ready = replaced.decide(paths, now);
    found.forEach(
        (former, decision) -> {
          if (paths.containsKey(former) && ready.contains(former)) {
            writer.store(decision.arrival().taken(), now);
          } else {
            arrived.putBack(decision.arrival(), now);
          }
        });
    return !ready.isEmpty();
  }

  /** Whether there are new files that have not been read yet. */
  boolean othersCome() {
    return settling.unsettled().stream().anyMatch(writer::isNewPost);
  }

  /**
   * Applies a decision, if the files are still as they were when it was made.
   *
   * <p>The new file is checked first. If it has not changed since it was read, and the former one
   * is there after that, both are there; in the other order, one file that is renamed back
   * meanwhile would count as two.
   */
  private boolean apply(ArrivedPosts.Decision decision, Instant now) {
    PostFileReader.Taken taken = decision.arrival().taken();
    String path = taken.file().path();
    String former = decision.formerPath();
    if (!writer.isStill(taken.file())) {
      settling.removed(path, now);
      if (former != null) {
        settling.livesElsewhere(former, now);
      }
      if (former != null || !isOnlyWithItsGuid(decision.arrival().post())) {
        return false;
      }
    }
    if (former != null && !writer.deleteGone(Set.of(former)).isEmpty()) {
      fileState.moved(Map.of(path, former));
    } else if (former != null && isBack(former, now)) {
      arrived.putBack(decision.arrival(), now);
      return false;
    }
    writer.store(taken, now);
    fileState.ids().leaveOpen(path, decision.candidates());
    return true;
  }

  /** Whether no file has the post but this one, which is on its way to another name. */
  private boolean isOnlyWithItsGuid(Post post) {
    String guid = post.identity().guid();
    return guid != null && index.withGuid(guid).isEmpty();
  }

  /** Whether a post that was missing is there again; it is looked at soon. */
  private boolean isBack(String path, Instant now) {
    SourceFile seen = writer.stat(path);
    if (seen != null) {
      settling.returned(seen, now);
    }
    return seen != null;
  }

  /** The posts that are missing, including those that are only noticed now. */
  private List<PostTraits> missing() {
    Set<String> paths = settling.missing();
    arrived.all().forEach(each -> paths.addAll(goneAlike(each.post(), each.taken())));
    paths.removeIf(replaced::isElsewhere);
    return Stream.concat(posts(paths).stream(), replaced.posts().stream()).toList();
  }

  /** The files that have left and have something in common with a post. */
  private Set<String> goneAlike(Post post, PostFileReader.Taken taken) {
    return index
        .alike(post, taken.textHash())
        .flatMap(alike -> alike.stream().limit(PostIndex.MOST_ALIKE).filter(writer::hasLeft))
        .collect(Collectors.toSet());
  }

  private List<PostTraits> posts(Set<String> paths) {
    return paths.stream().map(this::traits).filter(Objects::nonNull).toList();
  }

  /** What identifies the post of a file, or null if it has none. */
  @Nullable PostTraits traits(String path) {
    Post post = known.contains(path) ? fileState.good(path) : null;
    return post == null ? null : traits.of(post, fileState.textHash(path));
  }

  private boolean isCopy(ArrivedPosts.Arrival arrival) {
    return !index.same(arrival.post(), arrival.taken().textHash(), fileState::good).isEmpty();
  }

  /** When the next decision is due, or null. */
  @Nullable Instant next() {
    return arrived.next();
  }

  /** Whether every post in another file has been decided on. */
  boolean isSettled() {
    return arrived.isEmpty() && replaced.isEmpty();
  }
}

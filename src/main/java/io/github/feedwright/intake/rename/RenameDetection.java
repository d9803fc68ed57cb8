package io.github.feedwright.intake.rename;

import io.github.feedwright.identity.PostTraits;
import io.github.feedwright.identity.Renames;
import io.github.feedwright.identity.Traits;
import io.github.feedwright.intake.reading.FileStateWriter;
import io.github.feedwright.intake.reading.KnownFiles;
import io.github.feedwright.intake.reading.PostFile;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.intake.state.PostIndex;
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
public final class RenameDetection {
  private final Settling settling;
  private final KnownFiles known;
  private final PostIndex index;
  private final FileState fileState;
  private final FileStateWriter writer;
  private final Traits traits;
  private final ArrivedPosts arrived;
  private final ReplacedFiles replaced;

  public RenameDetection(
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

  /** Adds a new file that contains a post. */
  public void addArrived(PostFile read, Post post, Instant now) {
    arrived.add(read.withoutBytes(), post, now);
  }

  /** The files that contain other posts than before. */
  public ReplacedFiles replaced() {
    return replaced;
  }

  /**
   * Adds a known file that was read again, if another post was renamed over its post.
   *
   * @param post its post, or null if it cannot be understood
   * @param before what identified the post that it contained, or null
   * @return whether it waits
   */
  public boolean addReplaced(
      PostFile read, @Nullable Post post, @Nullable PostTraits before, Instant now) {
    if (post == null || before == null) {
      replaced.remove(read.file().path(), now);
      if (replaced.isElsewhere(read.file().path())) {
        // The post is in the file that it was renamed to, so it is not the last good version here.
        writer.drop(read.file().path());
      }
      return false;
    }
    return replaced.add(read, post, before, now);
  }

  /** A file is gone: it does not wait any more. */
  public void remove(String path, Instant now) {
    arrived.remove(path);
    replaced.remove(path, now);
  }

  /**
   * Puts the post of a known file that was read again in the place of its former file. A missing
   * file with the same id, or with the same title, text and date, was renamed to it. If the file
   * contains another post than before, and no other file has this new post, it counts as a new
   * file: the missing one that {@link Renames} finds for it.
   *
   * @param before what identified the post that it contained, or null
   * @return the files with the same post that still exist
   */
  public List<String> replaceFormer(PostFile read, Post post, @Nullable PostTraits before) {
    List<String> others =
        index.same(post, read.textHash(), fileState::good).stream()
            .filter(path -> !path.equals(post.path()))
            .toList();
    List<String> same = writer.deleteGone(others);
    List<String> gone = same;
    PostTraits is = traits.of(post, read.textHash());
    if (others.isEmpty() && before != null && is.isOtherPostThan(before)) {
      List<PostTraits> missing =
          posts(goneAlike(post, read)).stream().filter(was -> !is.isOtherPostThan(was)).toList();
      Renames renames = Renames.between(missing, List.of(is));
      gone = writer.deleteGone(renames.formerPaths().values());
    }
    gone.forEach(path -> fileState.move(Map.of(post.path(), path)));
    return others.stream().filter(path -> !same.contains(path)).toList();
  }

  /**
   * Takes in the new posts that need not wait: renamed ones in the place of the previous ones.
   *
   * @return whether there were any
   */
  public boolean decide(Instant now) {
    if (arrived.isEmpty() && replaced.isEmpty()) {
      return false;
    }
    List<ArrivedPosts.Decision> decisions =
        arrived.decide(missing(), othersCome(), this::isCopy, now);
    arrived.candidates().forEach(path -> settling.postponeDeletion(path, now));
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
          if (writer.isStill(decision.arrival().read().file())) {
            paths.put(former, decision.arrival().post().path());
          }
        });
    Set<String> ready = replaced.decide(paths, now);
    found.forEach(
        (former, decision) -> {
          if (paths.containsKey(former) && ready.contains(former)) {
            writer.store(decision.arrival().read(), now);
          } else {
            arrived.putBack(decision.arrival(), now);
          }
        });
    return !ready.isEmpty();
  }

  /** Whether there are new files that have not been read yet. */
  public boolean othersCome() {
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
    PostFile read = decision.arrival().read();
    String path = read.file().path();
    String former = decision.formerPath();
    if (!writer.isStill(read.file())) {
      settling.noteRemoved(path, now);
      if (former != null) {
        settling.postponeDeletion(former, now);
      }
      if (former != null || !isOnlyWithItsGuid(decision.arrival().post())) {
        return false;
      }
    }
    if (former != null && !writer.deleteGone(Set.of(former)).isEmpty()) {
      fileState.move(Map.of(path, former));
    } else if (former != null && isBack(former, now)) {
      arrived.putBack(decision.arrival(), now);
      return false;
    }
    writer.store(read, now);
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
      settling.noteReturned(seen, now);
    }
    return seen != null;
  }

  /** The posts that are missing, including those that are only noticed now. */
  private List<PostTraits> missing() {
    Set<String> paths = settling.missing();
    arrived.all().forEach(each -> paths.addAll(goneAlike(each.post(), each.read())));
    paths.removeIf(replaced::isElsewhere);
    return Stream.concat(posts(paths).stream(), replaced.posts().stream()).toList();
  }

  /** The files that have left and have something in common with a post. */
  private Set<String> goneAlike(Post post, PostFile read) {
    return index
        .alike(post, read.textHash())
        .flatMap(
            alike -> alike.stream().limit(PostIndex.MOST_ALIKE).filter(writer::isGoneOrReplaced))
        .collect(Collectors.toSet());
  }

  private List<PostTraits> posts(Set<String> paths) {
    return paths.stream().map(this::traits).filter(Objects::nonNull).toList();
  }

  /** What identifies the post of a file, or null if it has none. */
  public @Nullable PostTraits traits(String path) {
    Post post = known.contains(path) ? fileState.good(path) : null;
    return post == null ? null : traits.of(post, fileState.textHash(path));
  }

  private boolean isCopy(ArrivedPosts.Arrival arrival) {
    return !index.same(arrival.post(), arrival.read().textHash(), fileState::good).isEmpty();
  }

  /** When the next decision is due, or null. */
  public @Nullable Instant next() {
    return arrived.next();
  }

  /** Whether every post in another file has been decided on. */
  public boolean isSettled() {
    return arrived.isEmpty() && replaced.isEmpty();
  }
}

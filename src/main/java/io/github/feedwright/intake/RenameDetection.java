package io.github.feedwright.intake;

import io.github.feedwright.identity.PostTraits;
import io.github.feedwright.identity.Renames;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Traits;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.Settling;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which new posts are renamed ones, and puts these in the place of the previous ones. */
@PublishingThread
final class RenameDetection {
  /** If more files than this have a trait in common, that trait alone says nothing. */
  static final int MOST_ALIKE = 16;

  private final Settling settling;
  private final KnownFiles known;
  private final PostIndex index;
  private final FileState fileState;
  private final FileStateWriter writer;
  private final Traits traits;
  private final ArrivedPosts arrived;

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
  }

  /** A new file contains a post. */
  void arrived(PostFileReader.Taken taken, Post post, Instant now) {
    arrived.add(taken.withoutBytes(), post, now);
  }

  /** A new file is gone again. */
  void departed(String path) {
    arrived.remove(path);
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
    Set<String> texts = index.withText(taken.textHash());
    List<String> others =
        Stream.concat(
                index.withGuid(post.identity().guid()).stream(),
                texts.stream().filter(path -> isSame(path, post)))
            .filter(path -> !path.equals(post.path()))
            .distinct()
            .limit(MOST_ALIKE)
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
    gone.forEach(path -> fileState.moved(path, post.path()));
    return others.stream().filter(path -> !same.contains(path)).toList();
  }

  /**
   * Takes in the new posts that need not wait: renamed ones in the place of the previous ones.
   *
   * @return whether there were any
   */
  boolean decide(Instant now) {
    if (arrived.isEmpty()) {
      return false;
    }
    List<ArrivedPosts.Decision> decisions =
        arrived.decide(missing(), othersCome(), this::isCopy, now);
    arrived.candidates().forEach(path -> settling.livesElsewhere(path, now));
    boolean changed = false;
    for (ArrivedPosts.Decision decision : decisions) {
      changed |= apply(decision, now);
    }
    return changed;
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
      fileState.moved(former, path);
    } else if (former != null && isBack(former, now)) {
      arrived.putBack(decision.arrival());
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
    return posts(paths);
  }

  /** The files that are gone and have something in common with a post. */
  private Set<String> goneAlike(Post post, PostFileReader.Taken taken) {
    return index
        .alike(post, taken.textHash())
        .flatMap(alike -> alike.stream().limit(MOST_ALIKE).filter(writer::isGone))
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
    if (!index.withGuid(arrival.post().identity().guid()).isEmpty()) {
      return true;
    }
    return index.withText(arrival.taken().textHash()).stream()
        .limit(MOST_ALIKE)
        .anyMatch(path -> isSame(path, arrival.post()));
  }

  /** Whether the post of a file has the date and the title of another one. */
  private boolean isSame(String path, Post other) {
    Post post = fileState.good(path);
    return post != null
        && post.dates().published().isEqual(other.dates().published())
        && (!other.hasOwnTitle() || post.title().equals(other.title()));
  }

  /** When the next decision is due, or null. */
  @Nullable Instant next() {
    return arrived.next();
  }

  /** Whether every new post has been decided on. */
  boolean isSettled() {
    return arrived.isEmpty();
  }
}

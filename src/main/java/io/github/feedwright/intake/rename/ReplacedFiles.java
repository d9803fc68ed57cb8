package io.github.feedwright.intake.rename;

import io.github.feedwright.identity.PostTraits;
import io.github.feedwright.identity.Renames;
import io.github.feedwright.identity.Traits;
import io.github.feedwright.intake.reading.FileStateWriter;
import io.github.feedwright.intake.reading.PostFile;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.intake.state.PostIndex;
import io.github.feedwright.post.Post;
import io.github.feedwright.source.Settling;
import io.github.feedwright.thread.PublishingThread;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Known files over which the file of another known post was renamed. Whoever swaps the names of two
 * files needs a third name: until the post that was replaced is found in another file, both stay
 * published as they were. It counts as gone when a missing file would.
 */
@PublishingThread
public final class ReplacedFiles {
  /** While files are changing, but not longer. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Settling settling;
  private final PostIndex index;
  private final FileState fileState;
  private final FileStateWriter writer;
  private final Traits traits;
  private final TreeMap<String, Replaced> waiting = new TreeMap<>();

  /** The files that wait, by the former files of their new posts. */
  private final Map<String, String> claims = new HashMap<>();

  /**
   * A file with another post.
   *
   * @param read its file, as it was read
   * @param since when it was first read
   * @param former the known files of its new post, which are gone, or were replaced themselves
   */
  private record Replaced(PostFile read, Instant since, List<String> former) {}

  ReplacedFiles(
      Settling settling,
      PostIndex index,
      FileState fileState,
      FileStateWriter writer,
      Traits traits) {
    this.settling = settling;
    this.index = index;
    this.fileState = fileState;
    this.writer = writer;
    this.traits = traits;
  }

  /**
   * A known file was read again.
   *
   * @param before what identified the post that it contained
   * @return whether it waits
   */
  boolean add(PostFile read, Post post, PostTraits before, Instant now) {
    String path = post.path();
    Replaced last = drop(path);
    // What is hidden now, or was, is taken in at once.
    boolean isShown = post.visibility().at(now) && fileState.showing(path, now) != null;
    List<String> former = isShown ? former(read, post, before, last) : List.of();
    boolean waits =
        isShown
            && (!former.isEmpty() || (claims.containsKey(path) && isAnother(read, post, before)));
    if (waits) {
      Instant since = last == null ? now : last.since();
      waiting.put(path, new Replaced(read.withoutBytes(), since, former));
      former.forEach(each -> claims.put(each, path));
    }
    leave(last, now);
    return waits;
  }

  /** The posts that no file has any more are missing from now on. */
  private void leave(@Nullable Replaced last, Instant now) {
    if (last != null) {
      last.former().stream()
          .filter(each -> !claims.containsKey(each))
          .forEach(each -> settling.noteRemoved(each, now));
    }
  }

  private @Nullable Replaced drop(String path) {
    claims.values().removeIf(path::equals);
    return waiting.remove(path);
  }

  /** The known files that a file's new post was in. */
  public List<String> former(String path) {
    Replaced replaced = waiting.get(path);
    return replaced == null ? List.of() : replaced.former();
  }

  private List<String> former(
      PostFile read, Post post, PostTraits before, @Nullable Replaced last) {
    List<String> same = index.same(post, read.textHash(), fileState::good);
    if (same.contains(post.path())) {
      return List.of();
    }
    return Stream.concat(
            same.stream(), same.isEmpty() ? similar(read, post, before, last) : Stream.of())
        .filter(path -> writer.isGoneOrReplaced(path) && !isElsewhere(path))
        .sorted()
        .toList();
  }

  /**
   * The file of a post without an id or a long text of its own, or of one that was edited since.
   */
  private Stream<String> similar(
      PostFile read, Post post, PostTraits before, @Nullable Replaced last) {
    PostTraits is = traits.of(post, read.textHash());
    if (!is.isOtherPostThan(before)) {
      return Stream.of();
    }
    List<PostTraits> left =
        index
            .alike(post, read.textHash())
            .flatMap(alike -> alike.stream().limit(PostIndex.MOST_ALIKE))
            .distinct()
            .filter(path -> !path.equals(post.path()) && writer.isGoneOrReplaced(path))
            .map(this::traits)
            .flatMap(Stream::ofNullable)
            .filter(was -> !is.isOtherPostThan(was))
            .toList();
    Collection<String> found = Renames.between(left, List.of(is)).formerPaths().values();
    return found.isEmpty() && last != null
        ? last.former().stream().filter(path -> isStill(is, path))
        : found.stream();
  }

  private boolean isStill(PostTraits is, String path) {
    PostTraits was = traits(path);
    return was != null && !is.isOtherPostThan(was);
  }

  /** Whether a file contains another post, although nobody knows that one from elsewhere. */
  private boolean isAnother(PostFile read, Post post, PostTraits before) {
    String guid = before.guid();
    return guid == null
        ? traits.of(post, read.textHash()).isOtherPostThan(before)
        : !guid.equals(post.identity().guid());
  }

  private @Nullable PostTraits traits(String path) {
    Post post = fileState.good(path);
    return post == null ? null : traits.of(post, fileState.textHash(path));
  }

  /** A file is missing, or cannot be understood: it does not wait any more. */
  void remove(String path, Instant now) {
    leave(drop(path), now);
  }

  /**
   * Whether the post of a file that is gone, or was replaced, is in one that waits, and that was
   * not renamed again.
   */
  public boolean isElsewhere(String path) {
    Replaced holder = waiting.get(claims.getOrDefault(path, ""));
    return holder != null && writer.isThere(holder.read().file());
  }

  /** Whether a file waits. */
  public boolean contains(String path) {
    return waiting.containsKey(path);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The posts that were replaced, and are in no other file so far. */
  List<PostTraits> posts() {
    return waiting.keySet().stream()
        .filter(path -> !claims.containsKey(path))
        .map(this::traits)
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Takes in the files whose previous posts are elsewhere now, or count as gone.
   *
   * @param found the new files of previous posts, by the files that wait
   * @return the files that were taken in
   */
  Set<String> decide(Map<String, String> found, Instant now) {
    waiting.replaceAll((path, file) -> withoutEdited(file));
    Set<String> ready =
        waiting.keySet().stream()
            .filter(this::isReady)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> open;
    do {
      open =
          ready.stream()
              .filter(path -> !found.containsKey(path) && !isIn(ready, path) && !isOver(path, now))
              .toList();
    } while (ready.removeAll(Set.copyOf(open)));
    apply(ready, found, now);
    return ready;
  }

  private boolean isIn(Set<String> ready, String path) {
    String file = claims.get(path);
    return file != null && ready.contains(file);
  }

  /** A former file that was read as it is now contains its post still, edited. */
  private Replaced withoutEdited(Replaced file) {
    List<String> former =
        file.former().stream()
            .filter(path -> waiting.containsKey(path) || writer.isGoneOrReplaced(path))
            .toList();
    file.former().stream().filter(path -> !former.contains(path)).forEach(claims::remove);
    return new Replaced(file.read(), file.since(), former);
  }

  /** Whether a file is as it was read, and the former files of its post are gone or wait, too. */
  private boolean isReady(String path) {
    Replaced replaced = Objects.requireNonNull(waiting.get(path));
    return writer.isStill(replaced.read().file())
        && replaced.former().stream()
            .allMatch(former -> waiting.containsKey(former) || writer.isGone(former));
  }

  /** Whether a post that was replaced counts as gone. */
  private boolean isOver(String path, Instant now) {
    Replaced file = Objects.requireNonNull(waiting.get(path));
    if (file.former().isEmpty() && !claims.containsKey(path)) {
      return true;
    }
    boolean isLong = !now.isBefore(file.since().plus(LONGEST)) || now.isBefore(file.since());
    // What is edited where it was cannot be the post that is looked for.
    return isLong
        || (settling.unsettled().stream().noneMatch(writer::isGoneOrReplaced)
            && !now.isBefore(settling.goneAt(file.since())));
  }

  private void apply(Set<String> ready, Map<String, String> found, Instant now) {
    Map<String, String> formerPaths = new HashMap<>();
    found.forEach((from, to) -> formerPaths.put(to, from));
    formerPaths.values().retainAll(ready);
    for (String path : ready) {
      former(path).stream().limit(1).forEach(former -> formerPaths.put(path, former));
      former(path).stream()
          .filter(former -> !ready.contains(former))
          .forEach(former -> vacate(former, now));
    }
    fileState.move(formerPaths);
    for (String path : ready) {
      writer.store(Objects.requireNonNull(drop(path)).read(), now);
    }
  }

  /** The post of a file is in another one: a file that is there, or comes now, is a new one. */
  private void vacate(String path, Instant now) {
    if (writer.deleteGone(List.of(path)).isEmpty()) {
      leave(drop(path), now);
      writer.drop(path);
      settling.noteRemoved(path, now);
    }
  }
}

package io.github.feedwright.intake;

import io.github.feedwright.library.Attachment;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.web.DiskFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a directory hold, and which of them are to be looked at since it was last made
 * use of. Used by one thread alone.
 */
public final class FileState {
  private final PostStore shelf = new PostStore();
  private final PageBundles bundles = new PageBundles();
  private final AttachmentStore beside = new AttachmentStore();
  private final Set<String> dirty = new HashSet<>();
  private final Set<String> files = new HashSet<>();
  private final Map<String, String> moved = new HashMap<>();
  private Instant turned = Instant.MIN;

  /** Has of a file what others of the same directory have of it. */
  void keep(String path, FileState former) {
    shelf.keep(path, former.shelf);
    changed(path);
    put(path, former.beside.get(path));
  }

  /** Every file that is a post, read or yet to be. */
  public Set<String> paths() {
    return shelf.paths();
  }

  private void changed(String path) {
    bundles.note(path, shelf.holds(path));
    dirty.add(path);
  }

  /**
   * A file that has never been read is there, or is gone again. Until the index of a page bundle
   * has been read, what lies in the bundle may be a draft's.
   */
  void expect(String path, boolean isThere) {
    if (PostPaths.isIndex(path) && isThere != shelf.holds(path)) {
      if (isThere) {
        shelf.expect(path);
      } else {
        shelf.delete(path);
      }
      changed(path);
    }
  }

  /** Whether no post is known in a folder, {@code a/}. */
  boolean isFirst(String folder) {
    return bundles.isFirst(folder);
  }

  /** The posts that the index of a page bundle may keep back. */
  Set<String> bundled(String path) {
    return PostPaths.isIndex(path) && shelf.holds(path) ? bundles.around(path) : Set.of();
  }

  /** A post's file was read. */
  void put(String path, ParsedPost reading) {
    shelf.put(path, reading);
    changed(path);
  }

  /** A file beside the posts was listed; null where it is none. */
  void put(String path, @Nullable DiskFile file) {
    beside.put(path, file);
    files.add(path);
  }

  /** A post is at another place now. */
  public void moved(String from, String to) {
    moved.put(to, from);
  }

  /** Where posts were before they were moved. */
  public Map<String, String> moved() {
    return moved;
  }

  /** A file is gone. */
  void delete(String path) {
    shelf.delete(path);
    changed(path);
    beside.put(path, null);
    files.add(path);
  }

  /** The files whose posts may be others at this instant than they were at the last turn. */
  public Set<String> refresh(Instant now) {
    Set<String> refreshed = new HashSet<>(dirty);
    refreshed.addAll(shelf.turned(turned, now));
    dirty.addAll(bundles.follow(refreshed, shelf, now));
    refreshed.addAll(dirty);
    files.addAll(beside.follow(refreshed, shelf::holds, path -> showing(path, now) != null));
    return refreshed;
  }

  /** The files beside posts that may be served and were not, or the other way round. */
  public Set<String> files() {
    return files;
  }

  /** The file beside posts at a path where it is served, else null. */
  public @Nullable DiskFile served(String path) {
    return beside.served(path);
  }

  /** A library with the files beside posts as they are served now. */
  public Library withFiles(Library library) {
    Library changed = library;
    for (String path : files) {
      DiskFile file = served(path);
      changed =
          file == null
              ? changed.withoutAttachment(path)
              : changed.with(new Attachment(path, file.size()));
    }
    return changed;
  }

  /** The post of a file where it shows at the given instant, else null. */
  public @Nullable Post showing(String path, Instant now) {
    return bundles.keepsBack(path) ? null : shelf.showing(path, now);
  }

  /** The last good version of every post, hidden ones among them, but for parts of other posts. */
  public List<Post> posts() {
    return shelf.posts().stream()
        .filter(post -> !bundles.keepsBack(post.path()) && !PostPaths.isSection(post.path()))
        .toList();
  }

  /** What is wrong with the files as they were at the last turn. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(bundles.problems());
    shelf.problems(turned).stream()
        .filter(problem -> !bundles.keepsBack(problem.file()))
        .forEach(problems::add);
    return problems;
  }

  /** The next instant at which a post appears, changes or goes by itself, or null. */
  public @Nullable Instant nextTurn() {
    return shelf.nextTurn(turned);
  }

  /** Whether something is still to be made use of. */
  public boolean isBehind() {
    return !dirty.isEmpty() || !files.isEmpty();
  }

  /** All that there was at this instant has been made use of. */
  public void turn(Instant now) {
    turned = now;
    dirty.clear();
    files.clear();
    moved.clear();
  }
}

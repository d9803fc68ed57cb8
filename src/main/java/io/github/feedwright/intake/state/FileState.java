package io.github.feedwright.intake.state;

import io.github.feedwright.history.CommitDates;
import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.library.file.FileNames;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.cache.DiskFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The content of a directory's files, and what of it has changed since it was published. */
@PublishingThread
public final class FileState {
  private final PostStore store = new PostStore();
  private final PageBundles bundles = new PageBundles();
  private final AttachmentStore beside = new AttachmentStore();
  private final Set<String> dirty = new HashSet<>();
  private final Set<String> files = new HashSet<>();
  private final Map<String, String> moved = new HashMap<>();
  private final AssignedIds ids = new AssignedIds(store::holds);
  private final StayingPosts staying = new StayingPosts(store, bundles);
  private final Map<String, HeldValues> held = new HashMap<>();
  private final Map<String, String> textHashes = new HashMap<>();
  private CommitDates commits = CommitDates.NONE;
  private boolean isArriving;
  private Instant publishedAt = Instant.MIN;

  /** Takes the state of a file from another one of the same directory. */
  public void keep(String path, FileState former) {
    store.keep(path, former.store);
    textHashes.put(path, former.textHash(path));
    markChanged(path);
    put(path, former.beside.get(path));
  }

  /** Takes over the kept ids, and what is held back, from another one of the same directory. */
  public void keepIds(FileState former) {
    put(former.ids.file(), former.ids.unread());
    former.ids.kept().forEach(this::keepId);
    former.ids.open().forEach(ids::leaveOpen);
    former.ids.ignored().forEach(ids::ignoreLine);
    former.held.forEach(this::hold);
    staying.keep(former.staying);
  }

  /** Every file that is a post, read or not yet read. */
  public Set<String> paths() {
    return store.paths();
  }

  private void markChanged(String path) {
    bundles.note(path, store.holds(path));
    dirty.add(path);
    dirty.addAll(ids.file().rivals(path));
  }

  /**
   * A file that was never read has appeared, or is gone again. Until the index of a page bundle has
   * been read, the content of the bundle may belong to a draft.
   */
  public void expect(String path, boolean isThere) {
    if (PostPaths.isIndex(path) && isThere != store.holds(path)) {
      Consumer<String> put = isThere ? store::expect : store::delete;
      put.accept(path);
      markChanged(path);
    }
  }

  /** Whether no post is known in a folder, {@code a/}. */
  public boolean isFirst(String folder) {
    return bundles.isFirst(folder);
  }

  /** The posts that the index of a page bundle may hide. */
  public Set<String> bundled(String path) {
    return PostPaths.isIndex(path) && store.holds(path) ? bundles.around(path) : Set.of();
  }

  /** A post's file was read; its text has this hash. */
  public void put(String path, ParsedPost reading, String textHash) {
    store.put(path, reading);
    if (reading instanceof ParsedPost.Understood) {
      textHashes.put(path, textHash);
    } else if (store.good(path) == null) {
      textHashes.remove(path);
    }
    markChanged(path);
  }

  /** The hash of the text of a file's post; empty where it has none. */
  public String textHash(String path) {
    return textHashes.getOrDefault(path, "");
  }

  /** Sets whether files that were not known have yet to be read. */
  public void setArriving(boolean others) {
    isArriving = others;
  }

  /** Whether files that were not known have yet to be read, so that more posts may follow. */
  public boolean isArriving() {
    return isArriving;
  }

  /** The ids that come neither from front matter nor from file names. */
  public AssignedIds ids() {
    return ids;
  }

  /** The posts whose new files cannot be understood. */
  public StayingPosts staying() {
    return staying;
  }

  /** The file {@code ids.tsv} was read again. */
  public void put(IdsFile file, List<Problem> problems) {
    ids.put(file, problems, store.paths()).forEach(this::markChanged);
  }

  /** A post keeps the id that it was published with, or no longer does if this is null. */
  public void keepId(String path, @Nullable String id) {
    if (ids.keep(path, id)) {
      markChanged(path);
    }
  }

  /** A post is published with its previous dates and id; as it is written if this is null. */
  public void hold(String path, @Nullable HeldValues as) {
    HeldValues before = as == null ? held.remove(path) : held.put(path, as);
    if (!Objects.equals(before, as)) {
      markChanged(path);
    }
  }

  /** The dates and the id that replace those that are written in a post, or null. */
  public @Nullable HeldValues held(String path) {
    return held.get(path);
  }

  /** A file next to posts was listed; null if it is gone. */
  public void put(String path, @Nullable ListedFile file) {
    if (beside.put(path, file)) {
      files.add(path);
    }
  }

  /** Posts have moved at once: the old path of each, by its new one. */
  public void move(Map<String, String> formerPaths) {
    Map<String, String> first = new HashMap<>();
    formerPaths.forEach((to, from) -> first.put(to, moved.getOrDefault(from, from)));
    moved.keySet().removeAll(formerPaths.values());
    moved.putAll(first);
  }

  /** The paths that moved posts were last published with, by their new ones. */
  public Map<String, String> moved() {
    return moved;
  }

  /** Whether the post of a file has moved: if the file is there, it contains another one now. */
  public boolean isFormerPath(String path) {
    return moved.containsValue(path) && !moved.containsKey(path);
  }

  /** When commits last changed the files, from now on. */
  public void put(CommitDates dates) {
    store.paths().stream()
        .filter(path -> !Objects.equals(dates.of(path), commits.of(path)))
        .forEach(dirty::add);
    commits = dates;
  }

  /** A file is gone. */
  public void delete(String path) {
    store.delete(path);
    textHashes.remove(path);
    ids.forget(path);
    held.remove(path);
    markChanged(path);
    beside.put(path, null);
    files.add(path);
  }

  /** The files whose posts may differ at this instant from the last one that was published. */
  public Set<String> refresh(Instant now) {
    Set<String> refreshed = new HashSet<>(dirty);
    refreshed.addAll(store.changedBetween(publishedAt, now));
    dirty.addAll(bundles.follow(refreshed, store, now));
    refreshed.addAll(dirty);
    refreshed.forEach(path -> dirty.addAll(ids.putShown(path, written(path, now))));
    refreshed.addAll(dirty);
    files.addAll(beside.follow(refreshed, store.holding(now), path -> showing(path, now) != null));
    return refreshed;
  }

  /** The files next to posts of which something has changed, if only who gets them. */
  public Set<String> files() {
    return files;
  }

  /** The file next to posts at a path, and who gets it; null if there is none. */
  public @Nullable Attachment attachment(String path) {
    return beside.attachment(path);
  }

  /** The file next to posts at a path if it can be served, else null. */
  public @Nullable DiskFile served(String path) {
    Attachment attachment = attachment(path);
    ListedFile file = beside.get(path);
    return attachment != null && attachment.isServed() && file != null ? file.disk() : null;
  }

  /** A library with the files next to posts as they are now. */
  public Library withFiles(Library library) {
    FileNames changed = library.files();
    for (String path : files) {
      Attachment file = attachment(path);
      changed = file == null ? changed.minus(path) : changed.plus(file);
    }
    return files.isEmpty() ? library : library.with(changed);
  }

  /** The post of a file if it is shown at the given instant, else null. */
  public @Nullable Post showing(String path, Instant now) {
    Post post = written(path, now);
    HeldValues as = held.get(path);
    return post == null || as == null ? post : as.applyTo(post);
  }

  /** The post of a file that is shown, as its author wrote it, even if its dates are held. */
  public @Nullable Post written(String path, Instant now) {
    Post post = bundles.keepsBack(path) ? null : store.showing(path, now);
    return post == null ? null : ids.applyTo(post.committed(commits.of(path)));
  }

  /** The last good version of a post, shown or not, or null. */
  public @Nullable Post good(String path) {
    return store.good(path);
  }

  /** The last good version of every post, including hidden ones but not parts of other posts. */
  public List<Post> posts() {
    return store.posts().stream()
        .filter(post -> !bundles.keepsBack(post.path()) && !PostPaths.isSection(post.path()))
        .map(ids::applyTo)
        .toList();
  }

  /** The files that are not published at an instant, by path; no parts of other posts. */
  public List<Unpublished> unpublished(Instant now) {
    return store.unpublished(now).stream()
        .filter(each -> !bundles.keepsBack(each.path()) && !PostPaths.isSection(each.path()))
        .sorted(Comparator.comparing(Unpublished::path))
        .toList();
  }

  /** The problems of the files at the instant that was last published. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(bundles.problems());
    problems.addAll(ids.problems());
    problems.addAll(staying.problems());
    store.problems(publishedAt).stream()
        .filter(problem -> !bundles.keepsBack(problem.file()))
        .forEach(problems::add);
    return problems;
  }

  /** The next instant at which a post appears, changes or disappears by its dates, or null. */
  public @Nullable Instant nextChange() {
    return store.nextChange(publishedAt);
  }

  /** Whether something has not been published yet. */
  public boolean isBehind() {
    return !dirty.isEmpty() || !files.isEmpty();
  }

  /** Everything up to this instant has been published. */
  public void markPublished(Instant now) {
    publishedAt = now;
    dirty.clear();
    files.clear();
    moved.clear();
  }
}

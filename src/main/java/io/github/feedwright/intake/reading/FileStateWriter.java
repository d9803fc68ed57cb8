package io.github.feedwright.intake.reading;

import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.intake.state.ListedFile;
import io.github.feedwright.intake.state.LoadedIds;
import io.github.feedwright.intake.state.PostIndex;
import io.github.feedwright.library.file.Attachment.Access;
import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.Settling;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.text.MediaTypes;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.cache.DiskFile;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes files into the file state, and keeps the known files and the index of posts in step with
 * it.
 */
@PublishingThread
public final class FileStateWriter {
  private final SourceTree tree;
  private final FileState fileState;
  private final RepresentationCache representations;
  private final Settling settling;
  private final KnownFiles known;
  private final PostIndex index;
  private final MediaTypes types;
  private final Permalinks permalinks;

  public FileStateWriter(
      SourceTree tree,
      FileState fileState,
      RepresentationCache representations,
      Settling settling,
      KnownFiles known,
      PostIndex index,
      Settings settings) {
    this.tree = tree;
    this.fileState = fileState;
    this.representations = representations;
    this.settling = settling;
    this.known = known;
    this.index = index;
    this.types = settings.posts().mediaTypes();
    this.permalinks = new Permalinks(settings);
  }

  /** A file that can be a post was read. */
  public void store(PostFile read, Instant now) {
    store(read, read.file(), now);
  }

  /** A file that can be a post was read, and is known as another version than was read. */
  public void store(PostFile read, SourceFile file, Instant now) {
    String path = file.path();
    boolean isUnderstood = read.parsed() instanceof ParsedPost.Understood;
    fileState.put(path, read.parsed(), read.textHash());
    index.addUnread(path, isUnderstood ? "" : read.textHash());
    // HTML that never was a post is a file next to posts.
    boolean isBeside =
        read.parsed() instanceof ParsedPost.WithoutFrontMatter
            && fileState.good(path) == null
            && !PostName.isMarkdown(path);
    Post page = read.parsed().page();
    fileState.put(
        path,
        page != null
            ? ListedFile.page(permalinks.ofPage(page))
            : isBeside ? listed(file, now) : null);
    remember(file);
  }

  /** A file that was not known is there, or is not. */
  public void expect(String path, @Nullable SourceFile seen) {
    boolean isThere = seen != null && known.isRead(path);
    if (!isThere || fileState.isFirst(path)) {
      // What was public before there was an index stays public until the index is read.
      fileState.expect(path, isThere);
    }
  }

  /** Reads {@code ids.tsv}. */
  public void readIds(SourceFile file) {
    LoadedIds ids = LoadedIds.of(tree.read(file.path(), LoadedIds.MOST), fileState.ids().file());
    fileState.put(ids.file(), ids.problems());
    remember(file);
  }

  /** A file next to posts is there. */
  public void attach(SourceFile file, Instant now) {
    fileState.put(file.path(), listed(file, now));
    remember(file);
  }

  private ListedFile listed(SourceFile file, Instant now) {
    // The files next to a draft are as private as the draft.
    if (("/" + file.path().toLowerCase(Locale.ROOT)).contains("/_drafts/")) {
      return ListedFile.PRIVATE;
    }
    String type = types.of(file.path());
    return type == null
        ? ListedFile.OF_UNKNOWN_TYPE
        : ListedFile.of(
            MediaTypes.isMedia(type) ? Access.EVERYBODY : Access.LINKED,
            new DiskFile(tree, file, type, now, representations));
  }

  /** A file is known as it is now, whatever is in the file state of it. */
  public void remember(SourceFile file) {
    known.put(file);
    index.add(file.path(), fileState.good(file.path()), fileState.textHash(file.path()));
  }

  /** A file is not known any more. */
  public void drop(String path) {
    known.remove(path);
    index.remove(path);
    fileState.delete(path);
  }

  /** A file is gone. */
  public void delete(String path) {
    Set<String> bundled = fileState.bundled(path);
    drop(path);
    if (path.equals(IdsFile.NAME)) {
      fileState.put(IdsFile.EMPTY, List.of());
    }
    // Files that were removed together with a draft must not be served in the second before the
    // removal counts.
    deleteGone(bundled);
  }

  /**
   * Deletes the files that are gone from the directory, without waiting.
   *
   * @return those that are
   */
  public List<String> deleteGone(Collection<String> paths) {
    List<String> gone = new ArrayList<>();
    for (String path : paths) {
      if (isGone(path)) {
        settling.forget(path);
        delete(path);
        gone.add(path);
      }
    }
    return gone;
  }

  /** The file at a path, or null if it cannot be seen now, or is no longer taken in. */
  public @Nullable SourceFile stat(String path) {
    return known.wants(path) ? tree.stat(path) : null;
  }

  /** Whether a file has not changed, and was not renamed, since it was seen. */
  public boolean isStill(SourceFile seen) {
    return seen.equals(stat(seen.path()));
  }

  /** Whether a file was not renamed since it was seen; it may have been edited. */
  public boolean isThere(SourceFile seen) {
    SourceFile now = stat(seen.path());
    return now != null && now.key().equals(seen.key());
  }

  /**
   * Whether a file is new as a post: it is not known, or was never understood. When it can be read,
   * it may be a post that is missing elsewhere.
   */
  public boolean isNewPost(String path) {
    return known.isPost(path) && fileState.good(path) == null;
  }

  /** Whether a known file is gone, or another one is in its place that was not taken in yet. */
  public boolean isGoneOrReplaced(String path) {
    SourceFile before = known.get(path);
    if (before == null || isGone(path)) {
      return before != null;
    }
    SourceFile seen = stat(path);
    return seen == null ? isGone(path) : !seen.key().equals(before.key());
  }

  /** Whether a known file is gone from the directory, or is no longer taken in. */
  public boolean isGone(String path) {
    return known.contains(path) && stat(path) == null && (!known.wants(path) || tree.isGone(path));
  }
}

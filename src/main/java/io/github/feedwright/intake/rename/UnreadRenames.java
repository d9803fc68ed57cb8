package io.github.feedwright.intake.rename;

import io.github.feedwright.intake.reading.FileStateWriter;
import io.github.feedwright.intake.reading.KnownFiles;
import io.github.feedwright.intake.reading.PostFile;
import io.github.feedwright.intake.reading.PostFileReader;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.intake.state.PostIndex;
import io.github.feedwright.intake.state.StayingPosts;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Posts whose files were renamed to ones that cannot be understood. They are published as they were
 * until somebody repairs, hides or deletes their new files.
 */
@PublishingThread
public final class UnreadRenames {
  private final PostFileReader reader;
  private final KnownFiles known;
  private final PostIndex index;
  private final FileState fileState;
  private final FileStateWriter writer;
  private final StayingPosts staying;

  public UnreadRenames(
      PostFileReader reader,
      KnownFiles known,
      PostIndex index,
      FileState fileState,
      FileStateWriter writer) {
    this.reader = reader;
    this.known = known;
    this.index = index;
    this.fileState = fileState;
    this.writer = writer;
    this.staying = fileState.staying();
  }

  /**
   * Adds a new file that cannot be understood. The missing post with the same text, or else with
   * the same stem, was renamed to it; if there are several, none was.
   */
  public void add(PostFile read) {
    String path = read.file().path();
    String former = only(index.withTextOrUnread(read.textHash()), path);
    if (former == null) {
      former = only(index.withStem(PostPaths.stem(path)), path);
    }
    if (former != null) {
      staying.put(former, path);
    }
  }

  private @Nullable String only(Set<String> alike, String path) {
    if (alike.size() > PostIndex.MOST_ALIKE) {
      return null;
    }
    List<String> posts =
        alike.stream()
            .filter(each -> !each.equals(path) && writer.isGone(each))
            .flatMap(this::posts)
            .distinct()
            .toList();
    return posts.size() == 1 ? posts.get(0) : null;
  }

  /** The post of a file, or the one that was renamed to it while it could not be understood. */
  private Stream<String> posts(String path) {
    return fileState.good(path) != null
        ? Stream.of(path)
        : staying.paths().stream().filter(post -> path.equals(staying.file(post)));
  }

  /**
   * Whether a post stays up although it is in another file, which cannot be understood; {@link
   * #deleteEnded} decides until when.
   */
  public boolean contains(String path) {
    return staying.file(path) != null;
  }

  /** The post's own file is there again. */
  public void remove(String path) {
    staying.remove(path);
  }

  /** A draft may be in a file that cannot be understood if it is where drafts are. */
  private boolean stays(String path, Instant now) {
    String file = staying.file(path);
    return file != null
        && known.contains(file)
        && fileState.good(file) == null
        && !reader.isHidden(file, now)
        && !staying.isHidden(path, now);
  }

  /** Deletes the posts that no longer stay up, without waiting; whether there were any. */
  public boolean deleteEnded(Instant now) {
    List<String> over = staying.paths().stream().filter(path -> !stays(path, now)).toList();
    over.forEach(staying::remove);
    return !writer.deleteGone(over).isEmpty();
  }
}

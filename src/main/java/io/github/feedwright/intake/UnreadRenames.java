package io.github.feedwright.intake;

import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.thread.PublishingThread;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Posts whose files were renamed to ones that cannot be understood. They are published as they were
 * until somebody repairs or deletes their new files.
 */
@PublishingThread
final class UnreadRenames {
  private final KnownFiles known;
  private final PostIndex index;
  private final FileState fileState;
  private final FileStateWriter writer;
  private final Map<String, String> files = new HashMap<>();

  UnreadRenames(KnownFiles known, PostIndex index, FileState fileState, FileStateWriter writer) {
    this.known = known;
    this.index = index;
    this.fileState = fileState;
    this.writer = writer;
  }

  /**
   * A new file cannot be understood. The missing post with the same text, or else with the same
   * stem, was renamed to it; if there are several, none was.
   */
  void arrived(PostFileReader.Taken taken) {
    String path = taken.file().path();
    String former = only(index.withTextOrUnread(taken.textHash()), path);
    if (former == null) {
      former = only(index.withStem(PostPaths.stem(path)), path);
    }
    if (former != null) {
      files.put(former, path);
    }
  }

  private @Nullable String only(Set<String> alike, String path) {
    Predicate<String> isMissing = each -> !each.equals(path) && writer.isGone(each);
    Set<String> posts =
        alike.stream().filter(isMissing).flatMap(this::posts).collect(Collectors.toSet());
    return posts.size() == 1 ? posts.iterator().next() : null;
  }

  /** The post of a file, or the one that was renamed to it while it could not be understood. */
  private Stream<String> posts(String path) {
    return fileState.good(path) != null
        ? Stream.of(path)
        : files.entrySet().stream()
            .filter(each -> each.getValue().equals(path))
            .map(Map.Entry::getKey);
  }

  /**
   * Whether a missing post is in another file now, which cannot be understood.
   *
   * @param seen its own file, or null if that is missing
   */
  boolean isElsewhere(String path, @Nullable SourceFile seen) {
    String file = seen == null ? files.get(path) : null;
    boolean isUnread = file != null && known.contains(file) && fileState.good(file) == null;
    if (!isUnread) {
      files.remove(path);
    }
    return isUnread;
  }

  /** Takes over what another one of the same directory knows. */
  void keep(UnreadRenames former) {
    files.putAll(former.files);
  }
}

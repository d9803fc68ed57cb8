package io.github.feedwright.edition;

import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.edition.entry.LinkedFiles;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.cache.DiskFile;
import org.pcollections.PMap;

/** The files next to posts, by their paths on this server. */
@PublishingThread
final class AttachmentResources {
  private final FileState fileState;
  private final SitePaths paths;
  private final LinkedFiles linkedFiles;

  AttachmentResources(FileState fileState, SitePaths paths, LinkedFiles linkedFiles) {
    this.fileState = fileState;
    this.paths = paths;
    this.linkedFiles = linkedFiles;
  }

  /** The table after some files have changed. */
  PMap<String, SharedResource> with(PMap<String, SharedResource> table, Iterable<String> changed) {
    PMap<String, SharedResource> next = table;
    for (String path : changed) {
      next = with(next, path);
    }
    return next;
  }

  private PMap<String, SharedResource> with(PMap<String, SharedResource> table, String path) {
    String at = paths.below(path);
    DiskFile file = fileState.served(path);
    Attachment attachment = fileState.attachment(path);
    return file == null || attachment == null
        ? table.minus(at)
        : table.plus(at, linkedFiles.answer(attachment, file)::apply);
  }

  /**
   * Whether something is served at a path.
   *
   * @param path of what is made, or of a file below the posts directory
   */
  boolean isServed(MapSnapshot snapshot, String path) {
    return path.startsWith("/")
        ? snapshot.isMade(path)
        : snapshot.files().containsKey(paths.below(path));
  }
}

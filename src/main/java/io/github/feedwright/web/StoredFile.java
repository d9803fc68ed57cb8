package io.github.feedwright.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A file next to posts that is served from disk unchanged. */
public non-sealed interface StoredFile extends Resource {
  /** The file. It may have been removed or replaced by the time it is opened. */
  Path file();

  /** In bytes, when it was listed. */
  long size();

  /** The {@code Content-Type}. */
  String contentType();

  /** When it was last written, according to the file system when it was listed; to the second. */
  Instant written();

  /**
   * The second in which this process first saw it in its current state. It may be in the future,
   * like that of a {@link Representation}. It is not the time when it was written, because an older
   * file may replace it.
   */
  Instant lastModified();

  /** The tag of its bytes, which a worker computes at the first request. */
  CompletableFuture<EntityTag> tag();
}

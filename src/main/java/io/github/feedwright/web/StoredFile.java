package io.github.feedwright.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A file beside the posts, served from disk as it is. */
public non-sealed interface StoredFile extends Resource {
  /** The file. It may be gone, or another, by the time that it is opened. */
  Path file();

  /** In bytes, when it was listed. */
  long size();

  /** The {@code Content-Type}. */
  String contentType();

  /** When it was last written, as the file system said when it was listed; to the second. */
  Instant written();

  /**
   * The second in which this process first saw it as it is. It may lie ahead, as that of a {@link
   * Representation}; it is not when it was written, since an older file may take its place.
   */
  Instant lastModified();

  /** The tag of its bytes, which a worker computes at the first request. */
  CompletableFuture<EntityTag> tag();
}

package io.github.feedwright.publish;

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

  /** When it was last written, to the second. */
  Instant lastModified();

  /** The tag of its bytes, which a worker computes at the first request. */
  CompletableFuture<EntityTag> tag();
}

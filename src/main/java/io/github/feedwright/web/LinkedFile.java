package io.github.feedwright.web;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A file that is served only if something that is shown links to it. */
public non-sealed interface LinkedFile extends Resource {
  /** The file, found at the first request on a worker thread; empty if nothing links to it. */
  CompletableFuture<Optional<StoredFile>> file();
}

package io.github.feedwright.http;

import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.web.StoredFile;
import io.github.feedwright.web.cache.DiskFile;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;

/** Stored files as they are on disk now; first seen at the turn of a second before the clock's. */
final class OnDisk {
  static final Instant SEEN = Instant.parse("2026-03-01T00:00:00.250Z");

  private OnDisk() {}

  static StoredFile at(Path file, String contentType) throws IOException {
    StoredFile stored = at(file, contentType, Runnable::run);
    stored.tag().join();
    return stored;
  }

  /** With its tag computed by others. */
  static StoredFile at(Path file, String contentType, Executor digests) throws IOException {
    SourceTree tree = new SourceTree(Objects.requireNonNull(file.getParent()));
    SourceFile listed = Objects.requireNonNull(tree.stat(String.valueOf(file.getFileName())));
    return new DiskFile(
        tree,
        listed,
        contentType,
        SEEN,
        new RepresentationCache(Runnable::run, digests, new LastModifiedClock(), Set.of()));
  }
}

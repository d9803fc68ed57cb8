package io.github.feedwright.http;

import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A stored file as it is on disk now; written at the turn of a second before the clock's. */
record OnDisk(
    Path file,
    long size,
    String contentType,
    Instant lastModified,
    CompletableFuture<EntityTag> tag)
    implements StoredFile {
  static final Instant WRITTEN = Instant.parse("2026-03-01T00:00:00Z");

  @Override
  public Instant written() {
    return WRITTEN;
  }

  static OnDisk at(Path file, String contentType) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(WRITTEN.plusMillis(250)));
    EntityTag tag = EntityTag.of(Files.readAllBytes(file));
    return new OnDisk(
        file, Files.size(file), contentType, WRITTEN, CompletableFuture.completedFuture(tag));
  }
}

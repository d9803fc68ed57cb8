package io.github.feedwright.web;

import io.github.feedwright.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A served file next to posts, as it was listed: a changed file becomes a new object. */
public final class DiskFile implements StoredFile {
  private final Path file;
  private final long size;
  private final String contentType;
  private final Instant written;
  private final Instant lastModified;
  private final RepresentationCache representations;
  private final AtomicReference<@Nullable CompletableFuture<EntityTag>> tag =
      new AtomicReference<>();

  public DiskFile(
      Path root,
      SourceFile listed,
      String contentType,
      Instant now,
      RepresentationCache representations) {
    this.file = root.resolve(listed.path());
    this.size = listed.size();
    this.contentType = contentType;
    this.written = listed.modified().truncatedTo(ChronoUnit.SECONDS);
    this.lastModified = representations.since(listed, now);
    this.representations = representations;
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public String contentType() {
    return contentType;
  }

  @Override
  public Instant written() {
    return written;
  }

  @Override
  public Instant lastModified() {
    return lastModified;
  }

  @Override
  public CompletableFuture<EntityTag> tag() {
    CompletableFuture<EntityTag> known = tag.get();
    if (known != null && !known.isCompletedExceptionally()) {
      return known;
    }
    CompletableFuture<EntityTag> fresh = new CompletableFuture<>();
    if (!tag.compareAndSet(known, fresh)) {
      return tag();
    }
    representations.run(() -> settle(fresh));
    return fresh;
  }

  private void settle(CompletableFuture<EntityTag> fresh) {
    try {
      fresh.complete(digest());
    } catch (RuntimeException e) {
      fresh.completeExceptionally(e);
    }
  }

  private EntityTag digest() {
    try (InputStream bytes = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
      return EntityTag.ofDigest(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

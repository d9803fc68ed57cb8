package io.github.feedwright.web.cache;

import io.github.feedwright.source.OpenedFile;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.text.Sha256;
import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A served file next to posts, as it was listed: a changed file becomes a new object.
 *
 * <p>Threads: {@code http} asks for its tag, {@code digest} makes it.
 */
public final class DiskFile implements StoredFile {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final SourceTree tree;
  private final SourceFile listed;
  private final String contentType;
  private final Instant lastModified;
  private final RepresentationCache representations;
  private final AtomicReference<@Nullable CompletableFuture<Optional<EntityTag>>> tag =
      new AtomicReference<>();

  public DiskFile(
      SourceTree tree,
      SourceFile listed,
      String contentType,
      Instant now,
      RepresentationCache representations) {
    this.tree = tree;
    this.listed = listed;
    this.contentType = contentType;
    this.lastModified = representations.since(listed, now);
    this.representations = representations;
  }

  @Override
  public Opened open() throws IOException {
    OpenedFile opened = tree.open(listed.path());
    return new Opened(opened.bytes(), opened.file().equals(listed));
  }

  /** In bytes, when it was listed. */
  public long size() {
    return listed.size();
  }

  @Override
  public String contentType() {
    return contentType;
  }

  @Override
  public Instant lastModified() {
    return lastModified;
  }

  @Override
  public CompletableFuture<Optional<EntityTag>> tag() {
    if (!isAsListed()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    CompletableFuture<Optional<EntityTag>> known = tag.get();
    if (known != null && !isUseless(known)) {
      return known;
    }
    CompletableFuture<Optional<EntityTag>> fresh = new CompletableFuture<>();
    if (!tag.compareAndSet(known, fresh)) {
      return tag();
    }
    representations.digest(() -> settle(fresh), fresh::completeExceptionally);
    return fresh;
  }

  private boolean isAsListed() {
    return listed.equals(tree.stat(listed.path()));
  }

  /** What kept its bytes from being read may have passed. */
  private static boolean isUseless(CompletableFuture<Optional<EntityTag>> known) {
    return known.isDone() && (known.isCompletedExceptionally() || known.join().isEmpty());
  }

  private void settle(CompletableFuture<Optional<EntityTag>> fresh) {
    try {
      fresh.complete(digest());
    } catch (IOException unreadable) {
      fresh.complete(Optional.empty());
    } catch (RuntimeException | Error e) {
      fresh.completeExceptionally(e);
    }
  }

  private Optional<EntityTag> digest() throws IOException {
    try (Opened opened = open()) {
      if (!opened.isAsListed()) {
        return Optional.empty();
      }
      MessageDigest digest = Sha256.begin();
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
      while (opened.bytes().read(buffer.clear()) >= 0) {
        digest.update(buffer.flip());
      }
      // Written to meanwhile, it may be half of two versions.
      return isAsListed() ? Optional.of(EntityTag.ofDigest(digest.digest())) : Optional.empty();
    }
  }
}

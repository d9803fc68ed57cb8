package io.github.feedwright.web;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A file next to posts that is served from disk unchanged. */
public non-sealed interface StoredFile extends Resource {
  /**
   * Opens the file. It may be gone, or another, since it was listed.
   *
   * @throws java.nio.file.NoSuchFileException where there is none any more, or none that is served
   * @throws IOException if it cannot be opened
   */
  Opened open() throws IOException;

  /** The {@code Content-Type}. */
  String contentType();

  /**
   * The second in which this process first saw it in its current state. It may be in the future,
   * like that of a {@link Representation}. It is not the time when it was written, because an older
   * file may replace it.
   */
  Instant lastModified();

  /**
   * The tag of its bytes, which a separate thread computes at the first request; none if the file
   * is not as it was listed, or cannot be read.
   */
  CompletableFuture<Optional<EntityTag>> tag();

  /**
   * The file, opened.
   *
   * @param bytes from the first on
   * @param isAsListed whether it is the version that the tag and the time are of
   */
  record Opened(SeekableByteChannel bytes, boolean isAsListed) implements Closeable {
    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }
}

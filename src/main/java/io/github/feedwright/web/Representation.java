package io.github.feedwright.web;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Bytes at a path, with everything that their header fields need. */
public non-sealed interface Representation extends Resource {
  /** The {@code Content-Type}, with its charset. */
  String contentType();

  /** How long a cache may use it. */
  Freshness freshness();

  /** The length of the body in the identity coding, in bytes. */
  int length();

  /** The body in the identity coding; a fresh read-only view at every call. */
  ByteBuffer body();

  /** The tag of the body. */
  EntityTag tag();

  /**
   * The second in which this process first had these bytes. It may be in the future, if they are
   * the second change within one second: until then it must not be sent. Null if none is sent.
   */
  @Nullable Instant lastModified();

  /** The values of {@code Link} (RFC 8288). */
  List<String> links();

  /** The {@code Content-Security-Policy} (CSP Level 3), or null if it has none. */
  default @Nullable String policy() {
    return null;
  }

  /** Whether search engines are asked not to list it ({@code X-Robots-Tag: noindex}). */
  default boolean isUnlisted() {
    return false;
  }

  /** The available codings of the body; always includes {@link ContentCoding#IDENTITY}. */
  Set<ContentCoding> codings();

  /**
   * The body in one of {@link #codings}: immediately if it is cached, else when a worker has made
   * it; made once, however many requests wait. A fresh read-only view for every caller.
   */
  CompletableFuture<ByteBuffer> body(ContentCoding coding);
}

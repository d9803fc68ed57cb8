package io.github.feedwright.web.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.web.ContentCoding;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The bodies of documents as they are sent, in one buffer each, made at the first request. Those
 * that were sent last are kept; the documents themselves consist of pieces that they share.
 *
 * <p>Threads: {@code http} asks, {@code worker} compresses.
 */
final class Bodies {
  /** Below this size, compression saves hardly anything: the body fits into one packet. */
  private static final int SMALLEST_COMPRESSED = 256;

  private final Executor workers;
  private final Set<ContentCoding> codings;
  private final Cache<ByteSequence, ByteBuffer> kept;

  /** All that are still being sent: slow readers of one document share one, kept or not. */
  private final Cache<ByteSequence, ByteBuffer> inUse = caffeine().weakValues().build();

  private final Map<ContentCoding, AsyncCache<ByteSequence, ByteBuffer>> compressed =
      new EnumMap<>(ContentCoding.class);

  /**
   * Keeps nothing yet.
   *
   * @param workers threads that compress
   * @param limit how many bytes are kept in each coding
   */
  Bodies(Executor workers, long limit, Set<ContentCoding> codings) {
    this.workers = workers;
    this.codings = codings;
    this.kept = caffeine().maximumWeight(limit).weigher(Bodies::length).build();
    for (ContentCoding coding : codings) {
      compressed.put(coding, caffeine().maximumWeight(limit).weigher(Bodies::length).buildAsync());
    }
  }

  /** A cache whose own maintenance needs no worker: after their end it would log failures. */
  static Caffeine<Object, Object> caffeine() {
    return Caffeine.newBuilder().executor(Runnable::run).weakKeys();
  }

  private static int length(ByteSequence document, ByteBuffer body) {
    return body.remaining();
  }

  /** The codings in which a document is available. */
  Set<ContentCoding> codings(ByteSequence document) {
    return document.length() < SMALLEST_COMPRESSED ? Set.of(ContentCoding.IDENTITY) : codings;
  }

  /**
   * The body in the identity coding, for callers that duplicate it. It is made at once: joining the
   * pieces takes less time than handing that to a worker.
   */
  ByteBuffer plain(ByteSequence document) {
    return kept.get(document, key -> inUse.get(key, ByteSequence::toDirectBuffer));
  }

  /** The body in another coding, for callers that duplicate it. */
  CompletableFuture<ByteBuffer> coded(ByteSequence document, ContentCoding coding) {
    AsyncCache<ByteSequence, ByteBuffer> cache = compressed.get(coding);
    if (cache == null) {
      return CompletableFuture.failedFuture(
          new IllegalArgumentException("not among the codings: " + coding));
    }
    return cache.get(
        document,
        (key, own) -> CompletableFuture.supplyAsync(() -> compress(key, coding), workers));
  }

  private static ByteBuffer compress(ByteSequence document, ContentCoding coding) {
    return ByteSequence.of(Compressor.compress(document.toArray(), coding)).toDirectBuffer();
  }
}

package io.github.feedwright.http;

import io.github.feedwright.web.Representation;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Caches the encoded heads of requested representations. There is one slot for each hash: two
 * representations that share a slot replace each other, which costs time but stays correct; the
 * size is fixed, and there are no locks.
 *
 * <p>Threads: any of {@code http}.
 */
final class HeadCache {
  /** A power of two. */
  private static final int SLOTS = 4096;

  private final AtomicReferenceArray<RepresentationHead> slots = new AtomicReferenceArray<>(SLOTS);
  private final CachePolicy cache;

  HeadCache(CachePolicy cache) {
    this.cache = cache;
  }

  RepresentationHead of(Representation representation) {
    int slot = System.identityHashCode(representation) & (SLOTS - 1);
    RepresentationHead head = slots.get(slot);
    if (head == null || !head.isOf(representation)) {
      head = new RepresentationHead(representation, cache);
      slots.set(slot, head);
    }
    return head;
  }
}

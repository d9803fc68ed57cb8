package io.github.feedwright.http;

import io.github.feedwright.web.Representation;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps the encoded heads of the representations that are asked for. A slot for each hash: two that
 * share one take turns, which costs time and is right all the same; nothing grows, and no lock is
 * waited for.
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

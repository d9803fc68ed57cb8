package io.github.feedwright.web;

import java.util.concurrent.CompletableFuture;

/**
 * A representation that is made at the first request, from the snapshot that it belongs to. Made
 * again, it is the same bytes.
 */
public non-sealed interface OnDemand extends Resource {
  /**
   * The representation, at once where it is at hand, else when a worker has made it; made once
   * however many wait.
   */
  CompletableFuture<Representation> representation();
}

package io.github.feedwright.web;

import java.util.concurrent.CompletableFuture;

/**
 * A representation that is made at the first request, from its snapshot. If it is made again, it
 * has the same bytes.
 */
public non-sealed interface OnDemand extends Resource {
  /**
   * The representation: immediately if it is cached, else when a worker has made it; made once,
   * however many requests wait.
   */
  CompletableFuture<Representation> representation();
}

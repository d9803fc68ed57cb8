package io.github.feedwright.web.push;

/** Is called with every snapshot that replaces another. */
@FunctionalInterface
public interface FeedListener {
  /**
   * Called when the snapshot is served, in order, by the thread that publishes: it must return at
   * once.
   */
  void changed(FeedChange change);
}

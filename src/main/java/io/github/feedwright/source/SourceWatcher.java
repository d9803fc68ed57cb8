package io.github.feedwright.source;

import io.github.feedwright.thread.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hints that something below a root has changed. Events get lost silently: on network file systems
 * all of them, and many when thousands of files change at once. So a hint only says where to look;
 * a scan of {@link SourceTree} decides. After each scan {@link #rearm} brings the watcher in line
 * with it.
 *
 * <p>Threads: {@code scan} rearms it, {@code http} asks for its state, {@code publish} and {@code
 * shutdown} close it.
 */
public final class SourceWatcher implements AutoCloseable {
  private final Path root;
  private final Duration scan;
  private final Listener listener;
  private final DirectoryEvents.Opener opener;
  private @Nullable EventLoop loop;
  private String whyNone = "the watcher has not started";
  private boolean closed;

  /** Receives hints, on the watcher's own thread or on the one that calls {@link #rearm}. */
  public interface Listener {
    /**
     * Look at one file.
     *
     * @param path the path below the root, with {@code /}; there need not be a file
     * @param event what the event says about it
     */
    void touched(String path, FileEvent event);

    /**
     * Scan everything soon.
     *
     * @param reason why, as part of a sentence
     */
    void scanNeeded(String reason);
  }

  /**
   * A watcher that starts with the first {@link #rearm}.
   *
   * @param root the root, which need not exist yet
   * @param scan how often the caller scans, for the text of the state only
   * @param listener receives the hints
   */
  public SourceWatcher(Path root, Duration scan, Listener listener) {
    this(root, scan, listener, DirectoryEvents::ofSystem);
  }

  SourceWatcher(Path root, Duration scan, Listener listener, DirectoryEvents.Opener opener) {
    this.root = root.toAbsolutePath().normalize();
    this.scan = scan;
    this.listener = listener;
    this.opener = opener;
  }

  /**
   * Watches the directories that a listing found, and tries again what failed before. If some were
   * not watched before, changes in them since the listing may be lost: then it asks once for a
   * scan.
   */
  public void rearm(Listing listing) {
    if (arm(listing)) {
      listener.scanNeeded("some directories were not watched before");
    }
  }

  /** How changes are noticed now. */
  public synchronized WatchState state() {
    return new WatchState(loop == null ? whyNone : loop.trouble(), scan);
  }

  /** Stops the hints; one that is under way may still arrive. */
  @Override
  public synchronized void close() {
    closed = true;
    end();
    whyNone = "the watcher is closed";
  }

  private synchronized boolean arm(Listing listing) {
    if (loop != null && loop.isStopped()) {
      end();
    }
    if (loop == null && !closed) {
      begin();
    }
    return loop != null && loop.rearm(listing);
  }

  private void begin() {
    try {
      EventLoop begun = new EventLoop(opener.open(), root, listener);
      Threads.thread("watch", begun).start();
      loop = begun;
    } catch (IOException refused) {
      whyNone = WatchFailures.of(refused);
    }
  }

  private void end() {
    try {
      if (loop != null) {
        loop.close();
      }
    } catch (IOException alreadyUnusable) {
      whyNone = WatchFailures.of(alreadyUnusable);
    }
    loop = null;
  }
}

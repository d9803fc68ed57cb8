package io.github.feedwright.source;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import org.jspecify.annotations.Nullable;

/**
 * Turns directory events into hints until it is closed.
 *
 * <p>Threads: it is what {@code watch} runs; {@code scan} rearms it and asks how it is.
 */
final class EventLoop implements Runnable, AutoCloseable {
  private final DirectoryEvents events;
  private final Watches watches;
  private final Path root;
  private final SourceWatcher.Listener listener;
  private volatile @Nullable WatchKey parent;
  private volatile boolean replaced;
  private volatile @Nullable String stopped;

  EventLoop(DirectoryEvents events, Path root, SourceWatcher.Listener listener) {
    this.events = events;
    this.watches = new Watches(events);
    this.root = root;
    this.listener = listener;
  }

  /** Whether a directory is now watched that was not watched before. */
  boolean rearm(Listing listing) {
    watchParent();
    replaced = listing.rootReplaced();
    return watches.rearm(listing.directories());
  }

  /** Why changes may be missed, as part of a sentence, or null. */
  @Nullable String trouble() {
    String why = stopped;
    if (why != null) {
      return why;
    }
    return replaced ? "the posts directory was replaced by an empty one" : watches.trouble();
  }

  boolean isStopped() {
    return stopped != null;
  }

  @Override
  public void run() {
    try {
      while (true) {
        take(events.take());
      }
    } catch (ClosedWatchServiceException | InterruptedException closed) {
      stopped = "the watcher is closed";
    } catch (RuntimeException | Error unforeseen) {
      stopped = "the watcher failed (" + unforeseen + ")";
    }
  }

  @Override
  public void close() throws IOException {
    events.close();
  }

  /**
   * Only the parent directory reports that the root was removed or put back, or that its link was
   * retargeted.
   */
  private void watchParent() {
    WatchKey known = parent;
    if (root.getParent() == null || (known != null && known.isValid())) {
      return;
    }
    try {
      parent = events.register(root.getParent());
    } catch (IOException refused) {
      parent = null; // The scan will see it: later, but it will.
    }
  }

  private void take(WatchKey key) {
    for (WatchEvent<?> event : key.pollEvents()) {
      if (key.equals(parent)) {
        besideRoot(event);
      } else {
        watches.watch(key).ifPresent(watch -> inside(watch, event));
      }
    }
    if (!key.reset()) {
      watches.watch(key).map(Watches.Watch::path).ifPresent(this::reportGone);
    }
  }

  private void besideRoot(WatchEvent<?> event) {
    boolean isRoot = root.getFileName().equals(event.context());
    if (isRoot && event.kind() == StandardWatchEventKinds.ENTRY_DELETE) {
      reportGone("");
    } else if (isRoot && event.kind() == StandardWatchEventKinds.ENTRY_CREATE) {
      listener.scanNeeded("the posts directory was replaced");
    }
  }

  private void inside(Watches.Watch watch, WatchEvent<?> event) {
    if (!(event.context() instanceof Path name)) {
      listener.scanNeeded("too many changes at once");
      return;
    }
    String path = watch.path().isEmpty() ? name.toString() : watch.path() + "/" + name;
    Path real = watch.directory().real().resolve(name);
    if (IgnoredNames.contain(name.toString())) {
      reportReplacedLink(real);
    } else if (isGone(event, real) && watches.forget(path)) {
      listener.scanNeeded("a directory is gone");
    } else if (Files.isDirectory(real)) {
      listener.scanNeeded("a directory is new or changed");
    } else {
      listener.touched(path, said(event));
    }
  }

  /** Also if a file, or a link that is broken, was renamed over a link to a directory. */
  private static boolean isGone(WatchEvent<?> event, Path real) {
    return event.kind() == StandardWatchEventKinds.ENTRY_DELETE || !Files.isDirectory(real);
  }

  private static FileEvent said(WatchEvent<?> event) {
    if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE) {
      return FileEvent.APPEARED;
    }
    return event.kind() == StandardWatchEventKinds.ENTRY_DELETE
        ? FileEvent.REMOVED
        : FileEvent.CHANGED;
  }

  /** Kubernetes retargets {@code ..data}, and with it every link that goes through it. */
  private void reportReplacedLink(Path real) {
    if (Files.isSymbolicLink(real) && Files.isDirectory(real)) {
      listener.scanNeeded("a link to a directory was replaced");
    }
  }

  private void reportGone(String path) {
    watches.forget(path);
    listener.scanNeeded(path.isEmpty() ? "the posts directory is gone" : "a directory is gone");
  }
}

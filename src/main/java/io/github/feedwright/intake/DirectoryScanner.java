package io.github.feedwright.intake;

import io.github.feedwright.intake.reading.KnownFiles;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.source.SourceWatcher;
import io.github.feedwright.source.TouchedFiles;
import io.github.feedwright.source.WatchState;
import io.github.feedwright.thread.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the files that may have changed. An event names a file, which is passed on immediately, and
 * is looked at again a second later. A scan of the whole directory decides in the end: it runs
 * then, if files have come or gone, periodically, and whenever events may have been lost.
 *
 * <p>Threads: {@code scan} scans, {@code watch} asks for scans, {@code publish} starts it and reads
 * its problems, {@code shutdown} closes it.
 */
public final class DirectoryScanner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryScanner.class);

  /** How long after an event its file is looked at again. One look serves all events before it. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final SourceTree tree;
  private final KnownFiles known;
  private final Consumer<Signal> publisher;
  private final Duration period;
  private final SourceWatcher watcher;
  private final TouchedFiles touched = new TouchedFiles();
  private final ScheduledExecutorService scans = Threads.scheduler("scan");
  private volatile List<Problem> problems = List.of();

  /** Used by the scanning thread alone. */
  private @Nullable WatchState reported;

  /** Guarded by this, as starting and closing are. */
  private @Nullable ScheduledFuture<?> askedScan;

  public DirectoryScanner(
      Settings settings, SourceTree tree, FileIngester ingester, Consumer<Signal> publisher) {
    this.tree = tree;
    this.known = ingester.known();
    this.publisher = publisher;
    this.period = settings.watch().scan();
    this.watcher = new SourceWatcher(settings.posts().directory(), period, new Events());
  }

  /** How changes are noticed, for people. */
  public String state() {
    return watcher.state().text();
  }

  /** The problems of the directory itself at the last scan. */
  public List<Problem> problems() {
    return problems;
  }

  /** Lists the directory now. */
  public Listing list() {
    return tree.list();
  }

  /** Starts to scan and to watch, unless it has been closed. */
  public synchronized void start() {
    if (!scans.isShutdown()) {
      // The first scan catches up with everything since the listing, and starts to watch.
      ScheduledFuture<?> unused =
          scans.scheduleWithFixedDelay(
              () -> look(true), 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Scans soon. */
  public void scanSoon() {
    scanWithin(PAUSE);
  }

  /** Scans after this time, unless a scan begins earlier. */
  public void scanWithin(Duration delay) {
    touched.addAll();
    lookWithin(delay);
  }

  private synchronized void lookWithin(Duration delay) {
    if (scans.isShutdown()) {
      return;
    }
    if (askedScan != null && askedScan.getDelay(TimeUnit.MILLISECONDS) <= delay.toMillis()) {
      return;
    }
    if (askedScan != null) {
      askedScan.cancel(false);
    }
    askedScan = scans.schedule(this::lookAgain, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lookAgain() {
    synchronized (this) {
      // Later requests need another look: this one may already be past the file.
      askedScan = null;
    }
    look(false);
  }

  private void look(boolean isWhole) {
    try {
      long begun = System.nanoTime();
      List<String> changed = isWhole ? null : touched.takeChanged(tree, known::get, known::wants);
      if (changed == null) {
        scan(begun);
      } else {
        sendScanned(changed.stream(), begun);
      }
    } catch (RuntimeException | Error e) {
      LOG.error("The posts directory could not be scanned; the next scan tries again", e);
    }
  }

  private void scan(long begun) {
    touched.clear();
    Listing listing = tree.list();
    if (!listing.problems().equals(problems)) {
      problems = listing.problems();
      publisher.accept(new Signal.DirectoryProblemsChanged());
    }
    compare(listing, begun);
    watcher.rearm(listing);
    touched.noteScan(listing, watcher.state());
    report(watcher.state());
  }

  private void sendScanned(Stream<String> changed, long begun) {
    publisher.accept(
        new Signal.Scanned(
            changed.map(path -> new Signal.Touched(path, FileEvent.CHANGED)).toList(), begun));
  }

  private void report(WatchState state) {
    if (state.equals(reported) || scans.isShutdown()) {
      return; // A watcher that was closed on purpose is not reported.
    }
    reported = state;
    if (state.isDegraded()) {
      LOG.warn("{}", state.text());
    } else {
      LOG.info("{}", state.text());
    }
  }

  private void compare(Listing listing, long begun) {
    if (listing.rootMissing()) {
      return;
    }
    if (known.follow(listing.directories().keySet(), PAUSE)) {
      scanSoon();
    }
    Stream<String> gone =
        known.paths().stream().filter(path -> listing.deleted(path) || !known.wants(path));
    Stream<String> changed =
        listing.files().values().stream()
            .filter(file -> known.wants(file.path()) && !file.equals(known.get(file.path())))
            .map(SourceFile::path);
    // In one piece: what was renamed is known only when all of it has been looked at.
    sendScanned(Stream.concat(gone, changed), begun);
  }

  @Override
  public void close() {
    synchronized (this) {
      scans.shutdownNow();
    }
    watcher.close();
  }

  /** Passes the watcher's hints to the publisher immediately; a scan follows later. */
  private final class Events implements SourceWatcher.Listener {
    @Override
    public void touched(String path, FileEvent event) {
      // Before and after: no look in between may pass for one after the publisher's.
      touched.add(path);
      publisher.accept(new Signal.Touched(path, event));
      touched.add(path);
      lookWithin(PAUSE);
    }

    @Override
    public void scanNeeded(String reason) {
      LOG.debug("Scanning: {}", reason);
      scanWithin(Duration.ZERO);
    }
  }
}

package io.github.feedwright.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A source of directory events; any event may be lost, and any registration may fail. */
interface DirectoryEvents extends Closeable {

  /**
   * Asks for the events of one directory, not of those below it.
   *
   * @return a key that is the same for the same directory, whatever its path
   */
  WatchKey register(Path directory) throws IOException;

  /** Waits for the next key with events. */
  WatchKey take() throws InterruptedException;

  /** Opens a source of events; the system limits how many there can be. */
  @FunctionalInterface
  interface Opener {
    DirectoryEvents open() throws IOException;
  }

  /** The events of the operating system. */
  static DirectoryEvents ofSystem() throws IOException {
    WatchService service = FileSystems.getDefault().newWatchService();
    return new DirectoryEvents() {
      @Override
      public WatchKey register(Path directory) throws IOException {
        return directory.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }

      @Override
      public WatchKey take() throws InterruptedException {
        return service.take();
      }

      @Override
      public void close() throws IOException {
        service.close();
      }
    };
  }
}

package io.github.feedwright.push.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Held by the one server that delivers from a file; it ends with the server, however that ends.
 *
 * <p>Threads: {@code push} holds it.
 */
public final class SingleServer implements AutoCloseable {
  private final FileChannel channel;

  private SingleServer(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a directory, in which the file is.
   *
   * @throws StateFailure if another server has it
   */
  public static SingleServer take(Path directory) {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              directory.resolve("push.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock != null) {
        return new SingleServer(channel);
      }
      channel.close();
      throw new StateFailure(
          "state",
          "\"%s\" is in use by another server: name another directory for this one, or use a"
                  .formatted(directory)
              + " database for both",
          null);
    } catch (IOException e) {
      throw new StateFailure("state", "\"%s\" cannot be locked".formatted(directory), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException byThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StateFailure("state", "a lock cannot be released", e);
    }
  }
}

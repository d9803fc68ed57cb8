package io.github.feedwright.push.state;

import io.github.feedwright.file.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Held by the one server that delivers from a file; it ends with the server, however that ends.
 *
 * <p>Threads: {@code push} holds it.
 */
public final class SingleServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SingleServer.class);
  private static final String NAME = "push.lock";

  private final Path directory;
  private final FileChannel channel;

  private SingleServer(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the lock of a directory, in which the file is.
   *
   * @throws StateFailure if another server has it
   */
  public static SingleServer take(Path directory) {
    Path file = directory.resolve(NAME);
    FileChannel channel;
    try {
      PrivateFile.create(file);
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock != null) {
        return new SingleServer(directory, channel);
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

  /**
   * Deletes the files, in which there is nothing any more, and their directory if it is empty then;
   * the database is closed.
   *
   * @throws StateFailure if they cannot be deleted
   */
  public void deleteFiles() {
    try {
      SqliteFile.delete(directory);
      Files.deleteIfExists(directory.resolve(NAME));
      deleteDirectory();
    } catch (IOException e) {
      throw new StateFailure(
          "state", "\"%s\" is not needed any more, but cannot be deleted".formatted(directory), e);
    }
  }

  /** It stays where others have files in it, or where only somebody else may delete it. */
  private void deleteDirectory() {
    // A link would go even if what it leads to were not empty.
    if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.delete(directory);
      } catch (IOException e) {
        LOG.debug("{} stays: {}", directory, e.toString());
      }
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

package io.github.feedwright.output.directory;

import io.github.feedwright.text.PercentEncoding;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which files of an output directory are ours. It names a file before that file appears, so that
 * not even a process that is killed leaves one that nobody removes.
 *
 * <p>Threads: {@code main} alone.
 */
final class Manifest implements AutoCloseable {
  private static final String NAME = "files.txt";
  private static final String HEAD =
      "# The files that feedwright build has written here; it removes only these.\n";

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private SortedSet<String> names;

  private Manifest(Path file, FileChannel channel, FileLock lock) throws IOException {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
    this.names = read(file);
  }

  /** Whether a build has begun to write to a directory before. */
  static boolean isIn(Path directory) {
    return Files.isDirectory(directory.resolve(OutputFileNames.FOLDER), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Opens that of a directory, for this process alone.
   *
   * @throws RefusedOutput if another process has opened it
   */
  static Manifest open(Path directory) throws IOException {
    Path folder = Files.createDirectories(directory.resolve(OutputFileNames.FOLDER));
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Manifest(folder.resolve(NAME), channel, lock);
      }
    } catch (OverlappingFileLockException sameProcess) {
      // The same answer as for another process.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new RefusedOutput("another build is writing to it; wait until that one has ended");
  }

  private static SortedSet<String> read(Path file) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (!line.startsWith("#") && !line.isBlank()) {
          names.add(PercentEncoding.decode(line));
        }
      }
    }
    return names;
  }

  /** Whether it is still there: a person may have removed the whole directory. */
  boolean isThere() {
    return Files.exists(file);
  }

  /** The names of our files, below the directory. */
  SortedSet<String> names() {
    return names;
  }

  /** Replaces the names. */
  void set(SortedSet<String> changed) throws IOException {
    if (changed.equals(names) && Files.exists(file)) {
      return;
    }
    StringBuilder text = new StringBuilder(HEAD);
    changed.forEach(name -> text.append(PercentEncoding.path(name)).append('\n'));
    // A person may have removed all of it while a build watches.
    Files.createDirectories(file.getParent());
    Path beside = file.resolveSibling(NAME + ".new");
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    names = new TreeSet<>(changed);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}

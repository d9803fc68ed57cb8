package io.github.feedwright.source;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Opens a file at a path without links. Each directory on the way is opened from the one before
 * (POSIX {@code openat} with {@code O_NOFOLLOW}), so that a link which takes the place of any name
 * on it, even between two steps, is refused and never followed.
 */
final class LinklessOpen {
  private LinklessOpen() {}

  /**
   * Opens a file for reading.
   *
   * @param root a directory, its links resolved
   * @param below the path of the file from there, its links resolved
   * @throws IOException if there is none, or a link where none was
   */
  static SeekableByteChannel open(Path root, Path below) throws IOException {
    try (DirectoryStream<Path> directory = Files.newDirectoryStream(root)) {
      return directory instanceof SecureDirectoryStream<Path> secure
          ? open(secure, below)
          : openAndCompare(root.resolve(below));
    }
  }

  /**
   * Whether an opening failed because of a link. It may be gone again by the time one looks; the
   * platform says so in words only.
   */
  static boolean isRefused(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("symbolic link");
  }

  private static SeekableByteChannel open(SecureDirectoryStream<Path> directory, Path below)
      throws IOException {
    if (below.getNameCount() == 1) {
      return directory.newByteChannel(
          below, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }
    try (SecureDirectoryStream<Path> next =
        directory.newDirectoryStream(below.getName(0), LinkOption.NOFOLLOW_LINKS)) {
      return open(next, below.subpath(1, below.getNameCount()));
    }
  }

  /** Where the platform has no such call: what was opened is compared afterwards. */
  private static SeekableByteChannel openAndCompare(Path file) throws IOException {
    SeekableByteChannel bytes =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    if (file.toRealPath().equals(file)) {
      return bytes;
    }
    bytes.close();
    throw new IOException("a symbolic link took its place");
  }
}

package io.github.feedwright.output.directory;

import io.github.feedwright.text.FilePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The directory that a site is written to. Only files that are ours are replaced or removed, and
 * each is replaced at once: it is written beside, then renamed.
 *
 * <p>Threads: only {@code main}.
 */
public final class OutputDirectory implements AutoCloseable {
  private static final String FOREIGN =
      "there is a file or a folder that build has not written; move it away";
  private static final String UNNAMEABLE =
      "this locale has no such file names; set LC_ALL=C.UTF-8 for this program";

  /** What the systems' own libraries say. */
  private static final String TOO_LONG = "File name too long";

  /** Beside what it will be; one at a time, so that at most one is left by a killed process. */
  private static final String BESIDE = ".feedwright-new";

  private final Path directory;
  private final Manifest manifest;
  private final SortedSet<String> kept = new TreeSet<>();

  /** The folders that are no links, as far as is known. */
  private final Set<String> plain = new HashSet<>();

  private int changed;

  private OutputDirectory(Path directory, Manifest manifest) {
    this.directory = directory;
    this.manifest = manifest;
  }

  /** Opens a directory, which is created if it is missing. */
  public static OutputDirectory open(Path directory) throws IOException {
    Files.createDirectories(directory);
    return new OutputDirectory(directory, Manifest.open(directory));
  }

  /** Says which files will be written, before the first is. */
  public void announce(Collection<String> names) throws IOException {
    SortedSet<String> all = new TreeSet<>(manifest.names());
    for (String name : manifest.names()) {
      Path file = path(name);
      Path folder = file == null ? null : file.getParent();
      if (file != null && folder != null && isFolder(folder)) {
        Files.deleteIfExists(file.resolveSibling(BESIDE));
      }
    }
    for (String name : names) {
      Path file = path(name);
      if (file != null && !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        all.add(name);
      }
    }
    manifest.set(all);
    kept.clear();
    plain.clear();
    changed = 0;
  }

  /** Keeps a file that is known to have the right bytes; false if it is not there. */
  public boolean keep(String name) {
    Path file = path(name);
    boolean isThere = file != null && isOurs(name) && isFile(file) && hasPlainFolders(name);
    if (isThere) {
      kept.add(name);
    }
    return isThere;
  }

  /**
   * Writes a file, if it has other bytes.
   *
   * @return why it is not written, as the end of a sentence; null if it is
   */
  public @Nullable String write(String name, ByteBuffer body) throws IOException {
    Path file = path(name);
    if (file == null) {
      return UNNAMEABLE;
    }
    boolean isSame = isFile(file) && Files.size(file) == body.remaining() && isSame(file, body);
    return write(
        name,
        file,
        isSame,
        beside -> {
          try (WritableByteChannel to = Channels.newChannel(Files.newOutputStream(beside))) {
            to.write(body.duplicate());
          }
        });
  }

  /** Copies a file, if it has other bytes. The result is that of the other method. */
  public @Nullable String copy(String name, SeekableByteChannel from) throws IOException {
    Path file = path(name);
    if (file == null) {
      return UNNAMEABLE;
    }
    boolean isSame = isFile(file) && Files.size(file) == from.size() && isSame(file, from);
    return write(
        name,
        file,
        isSame,
        beside -> {
          try (OutputStream to = Files.newOutputStream(beside)) {
            Channels.newInputStream(from.position(0)).transferTo(to);
          }
        });
  }

  /** Writes bytes to a new file. */
  private interface Content {
    void to(Path file) throws IOException;
  }

  private @Nullable String write(String name, Path file, boolean isSame, Content content)
      throws IOException {
    if (isSame && hasPlainFolders(name)) {
      kept.add(name);
      return null;
    }
    clear(name);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !(isOurs(name) && isFile(file))) {
      return FOREIGN;
    }
    for (String folder : OutputFileNames.folders(name)) {
      Path each = directory.resolve(folder);
      if (Files.exists(each, LinkOption.NOFOLLOW_LINKS) && !isFolder(each)) {
        return FOREIGN;
      }
    }
    try {
      Files.createDirectories(file.getParent());
      Path beside = file.resolveSibling(BESIDE);
      Files.deleteIfExists(beside);
      content.to(beside);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (TOO_LONG.equals(e.getReason())) {
        return "its name is too long for this file system; make it shorter";
      }
      throw e;
    }
    kept.add(name);
    changed++;
    return null;
  }

  /** Removes files of ours that stand where this one needs a folder, or in its place. */
  private void clear(String name) throws IOException {
    for (String folder : OutputFileNames.folders(name)) {
      if (isOurs(folder) && !kept.contains(folder)) {
        remove(folder);
      }
    }
    Path file = path(name);
    if (file != null && isFolder(file)) {
      String below = name + "/";
      for (String each : new TreeSet<>(manifest.names().subSet(below, name + "0"))) {
        if (!kept.contains(each)) {
          remove(each);
        }
      }
    }
  }

  private boolean isOurs(String name) {
    return manifest.names().contains(name);
  }

  private static boolean isFolder(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Through a link, files would appear somewhere else. */
  private boolean hasPlainFolders(String name) {
    String folder = FilePath.folder(name);
    return folder.isEmpty()
        || plain.contains(folder)
        || (isFolder(directory.resolve(folder)) && hasPlainFolders(folder) && plain.add(folder));
  }

  private static boolean isSame(Path file, ByteBuffer body) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file)).equals(body);
  }

  private static boolean isSame(Path file, SeekableByteChannel other) throws IOException {
    byte[] theirs = new byte[64 * 1024];
    InputStream from = Channels.newInputStream(other.position(0));
    try (InputStream ours = Files.newInputStream(file)) {
      byte[] read;
      do {
        read = ours.readNBytes(theirs.length);
        int count = from.readNBytes(theirs, 0, theirs.length);
        if (!ByteBuffer.wrap(read).equals(ByteBuffer.wrap(theirs, 0, count))) {
          return false;
        }
      } while (read.length > 0);
    }
    return true;
  }

  /**
   * Removes our files that were neither written nor kept since the announcement.
   *
   * @return how many
   */
  public int removeOthers() throws IOException {
    int removed = 0;
    SortedSet<String> ours = new TreeSet<>(kept);
    for (String name : manifest.names()) {
      if (path(name) == null) {
        // It is there, but has no name in this locale: it waits for a build with another one.
        ours.add(name);
      } else if (!kept.contains(name) && remove(name)) {
        removed++;
      }
    }
    manifest.set(ours);
    return removed;
  }

  private boolean remove(String name) throws IOException {
    Path file = path(name);
    if (file == null || !isFile(file) || !hasPlainFolders(name)) {
      return false;
    }
    Files.delete(file);
    for (String folder : OutputFileNames.folders(name)) {
      try {
        Files.delete(directory.resolve(folder));
      } catch (DirectoryNotEmptyException | NoSuchFileException | NotDirectoryException inUse) {
        break;
      }
    }
    return true;
  }

  private @Nullable Path path(String name) {
    try {
      Path file = directory.resolve(name).normalize();
      return file.startsWith(directory) && !FilePath.name(name).isEmpty() ? file : null;
    } catch (InvalidPathException unnameable) {
      return null;
    }
  }

  /** Whether nobody has removed it. */
  public boolean isThere() {
    return manifest.isThere();
  }

  /** How many files were written since the announcement. */
  public int changed() {
    return changed;
  }

  /** How many files had the right bytes already. */
  public int same() {
    return kept.size() - changed;
  }

  @Override
  public void close() throws IOException {
    manifest.close();
  }
}

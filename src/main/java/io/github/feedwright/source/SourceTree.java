package io.github.feedwright.source;

import io.github.feedwright.text.FilePath;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files below one root. The root may itself be a symbolic link that is retargeted: it is
 * resolved again for every call. Links inside count as what they point to, if that is also inside
 * the root.
 *
 * <p>Threads: {@code publish} and {@code reload} list and read, {@code scan} lists and looks,
 * {@code digest} and {@code http} open files that are served.
 */
public final class SourceTree {
  /** A directory that is created in place of a deleted one may get the same inode. */
  private static final Object AWAY = "away";

  private final Path root;

  /** The key of the root that was last seen with files in it. */
  private @Nullable Object inhabited;

  private volatile boolean deserted;

  /** A tree below a directory that need not exist yet. */
  public SourceTree(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Whether this directory exists and this process may list and enter it. */
  public static boolean isReadable(Path directory) {
    return Files.isDirectory(directory)
        && Files.isReadable(directory)
        && Files.isExecutable(directory);
  }

  /**
   * Lists everything. An empty directory in place of one that held files is what an unmounted disk
   * leaves: it counts as missing until it holds files.
   */
  public synchronized Listing list() {
    Object key = key();
    Listing listing = Walk.below(root);
    if (!listing.files().isEmpty()) {
      inhabited = key;
    } else if (listing.rootMissing() && inhabited != null) {
      inhabited = AWAY;
    }
    // The key is read again: the root may have been replaced during the walk, which finds nothing
    // then either.
    deserted = inhabited != null && listing.holdsNothing() && !inhabited.equals(key());
    if (listing.holdsNothing() && !deserted) {
      inhabited = null;
    }
    return deserted ? listing.inPlaceOf(root) : listing;
  }

  /** The device and inode of the root; null if unknown. */
  private @Nullable Object key() {
    try {
      return Files.readAttributes(root, BasicFileAttributes.class).fileKey();
    } catch (IOException missing) {
      return null;
    }
  }

  /**
   * Looks at one file.
   *
   * @param path the path below the root, with {@code /}
   * @return null if there is no such file, or if it cannot be seen now; only a listing shows that
   *     whether it was deleted
   */
  public @Nullable SourceFile stat(String path) {
    try {
      FileStat stat = FileStat.of(real(path));
      return stat.isFile() ? stat.named(path) : null;
    } catch (IOException absent) {
      return null;
    }
  }

  /**
   * Whether an event of a name may be about other names, too: there is a link, a file with several
   * names, a folder, or what is not listed. It is not if nothing is there.
   *
   * @param path the path below the root, with {@code /}
   */
  boolean isShared(String path) {
    try {
      FileStat stat = FileStat.of(root.resolve(path));
      return !stat.isFile() || stat.names() > 1 || !NameText.isText(path);
    } catch (NoSuchFileException absent) {
      return !NameText.isText(path);
    } catch (IOException | InvalidPathException unknown) {
      return true;
    }
  }

  /**
   * The names in a folder; none if it cannot be listed.
   *
   * @param folder the path below the root, ending with {@code /}; empty for the root
   */
  public List<String> names(String folder) {
    try {
      Path directory = folder.isEmpty() ? root : real(folder.substring(0, folder.length() - 1));
      String[] names = directory.toFile().list();
      return names == null ? List.of() : List.of(names);
    } catch (IOException absent) {
      return List.of();
    }
  }

  /**
   * Whether the file is certainly gone: its directory can be listed, and the file is not in it. A
   * missing root, or a directory without permission, proves nothing.
   *
   * @param path the path below the root, with {@code /}
   */
  public boolean isGone(String path) {
    try {
      return !FileStat.of(real(path)).isFile();
    } catch (NoSuchFileException absent) {
      return Files.isDirectory(root) && !deserted;
    } catch (NotServed outside) {
      return true;
    } catch (IOException unknown) {
      return isBelowFile(path);
    }
  }

  /** Whether its directory has been replaced by a file. */
  private boolean isBelowFile(String path) {
    String folder = FilePath.folder(path);
    return !folder.isEmpty() && (Files.isRegularFile(root.resolve(folder)) || isBelowFile(folder));
  }

  /**
   * Reads one file.
   *
   * @param path the path below the root, with {@code /}
   * @param maxBytes how many bytes are allowed, below 2 GiB; the size is checked before reading
   */
  public FileBytes read(String path, long maxBytes) {
    try (OpenedFile opened = openReal(path)) {
      SourceFile before = opened.file();
      long size = opened.bytes().size();
      if (size > maxBytes) {
        return new FileBytes.TooLarge(size);
      }
      byte[] bytes = bytes(opened, Math.toIntExact(maxBytes));
      SourceFile after = stat(path);
      if (after == null) {
        return new FileBytes.Vanished();
      }
      return bytes.length > maxBytes
          ? new FileBytes.TooLarge(Math.max(after.size(), bytes.length))
          : new FileBytes.Read(bytes, before, after);
    } catch (NoSuchFileException vanished) {
      return new FileBytes.Vanished();
    } catch (IOException refused) {
      return new FileBytes.Unreadable(Reasons.of(refused));
    }
  }

  /** Reading one byte more than allowed shows whether the file grew while it was read. */
  private static byte[] bytes(OpenedFile opened, int maxBytes) throws IOException {
    return Channels.newInputStream(opened.bytes()).readNBytes(maxBytes + 1);
  }

  /**
   * Opens one file. Whatever happens to the names on its path meanwhile, what is opened lies inside
   * the root, or nothing is.
   *
   * @param path the path below the root, with {@code /}
   * @throws NoSuchFileException where there is no such file, or none of ours
   * @throws IOException if it cannot be opened
   */
  public OpenedFile open(String path) throws IOException {
    try {
      return openReal(path);
    } catch (NotServed refused) {
      throw new NoSuchFileException(path, null, refused.getMessage());
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (IOException refused) {
      throw new FileSystemException(path, null, Reasons.of(refused));
    }
  }

  private OpenedFile openReal(String path) throws IOException {
    Path realRoot = root.toRealPath();
    Path real = real(realRoot, path);
    FileStat before = FileStat.of(real);
    if (!before.isFile()) {
      throw new NotServed("it is not a file");
    }
    SeekableByteChannel bytes;
    try {
      bytes = LinklessOpen.open(realRoot, realRoot.relativize(real));
    } catch (IOException e) {
      if (LinklessOpen.isRefused(e)
          || !real(realRoot, path).equals(real)
          || !FileStat.of(real).isFile()) {
        throw new NoSuchFileException(path, null, "it was replaced while it was opened");
      }
      throw e;
    }
    SourceFile opened = before.named(path);
    return new OpenedFile(bytes, opened.equals(stat(path)) ? opened : SourceFile.unknown(path));
  }

  private Path real(String path) throws IOException {
    return real(root.toRealPath(), path);
  }

  private static Path real(Path realRoot, String path) throws IOException {
    if (IgnoredNames.containAnyOf(path)) {
      throw new NotServed("files with such a name are ignored");
    }
    if (!NameText.isText(path)) {
      throw new NotServed("its name " + NameText.fault(path));
    }
    try {
      Path real = realRoot.resolve(path).toRealPath();
      if (!real.startsWith(realRoot)) {
        throw new NotServed("it points outside the posts directory");
      }
      return real;
    } catch (InvalidPathException notAName) {
      throw new NotServed("the file system does not support its name");
    }
  }

  /** There may be a file, but it is not one that is served. */
  private static final class NotServed extends IOException {
    private static final long serialVersionUID = 1L;

    NotServed(String message) {
      super(message);
    }
  }
}

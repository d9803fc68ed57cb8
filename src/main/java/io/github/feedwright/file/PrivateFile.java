package io.github.feedwright.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner may read, such as those that name drafts. Where the system has no
 * such permissions, files are as it makes them.
 */
public final class PrivateFile {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFile() {}

  /** Makes a folder, unless it is there. */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, attributes(FOLDER));
  }

  /** Makes an empty file; takes the permissions of others from one that is there. */
  public static void create(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(FILE));
    } catch (FileAlreadyExistsException there) {
      restrict(file);
    }
  }

  /** Takes the permissions of others from a file, if there is one. */
  public static void restrict(Path file) throws IOException {
    if (isPosix() && Files.exists(file)) {
      Files.setPosixFilePermissions(file, FILE);
    }
  }

  /** Replaces a file atomically, so that two writers do not mix; its folder is made if missing. */
  public static void replace(Path path, byte[] bytes) throws IOException {
    Path folder = path.toAbsolutePath().resolveSibling("");
    createFolder(folder);
    // Only its owner can read such a file (java.nio.file.Files).
    Path fresh = Files.createTempFile(folder, "new", null);
    try {
      Files.write(fresh, bytes);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}

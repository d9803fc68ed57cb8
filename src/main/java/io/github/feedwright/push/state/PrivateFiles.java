package io.github.feedwright.push.state;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that no other user can read, on systems that know such permissions. */
final class PrivateFiles {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /** Creates a directory unless there is one. */
  static void createDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, attributes(DIRECTORY));
  }

  /** Creates an empty file; takes the permissions of others from one that is there. */
  static void create(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(FILE));
    } catch (FileAlreadyExistsException there) {
      restrict(file);
    }
  }

  /** Takes the permissions of others from a file, if there is one. */
  static void restrict(Path file) throws IOException {
    if (isPosix() && Files.exists(file)) {
      Files.setPosixFilePermissions(file, FILE);
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

package io.github.feedwright.source;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, such as those that name drafts. */
public final class PrivateFile {
  private PrivateFile() {}

  /** Makes a folder, unless it is there. */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Makes an empty file; one that is there is nobody else's to read from now on. */
  public static void create(Path file) throws IOException {
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    } catch (FileAlreadyExistsException there) {
      Files.setPosixFilePermissions(file, owner);
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
}

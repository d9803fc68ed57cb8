package io.github.feedwright.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, because they name files, including drafts. */
public final class PrivateFile {
  private PrivateFile() {}

  /** Replaces a file atomically, so that two writers do not mix; its folder is made if missing. */
  public static void replace(Path path, byte[] bytes) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
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

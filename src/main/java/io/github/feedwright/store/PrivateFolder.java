package io.github.feedwright.store;

import io.github.feedwright.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * The folder with the file of what is kept. The file's content is published, and it contains
 * drafts: so only its owner may read it, and a file that somebody else could have written is not
 * used.
 */
record PrivateFolder(Path folder) {
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** The file, which may be missing. */
  Path file() {
    return folder.toAbsolutePath().resolve("renderings.db");
  }

  /**
   * Makes the file unless it is there; removes one that others could have written.
   *
   * @throws IOException if it cannot be written
   */
  void prepare() throws IOException {
    PrivateFile.createFolder(folder.toAbsolutePath());
    if (Files.exists(file(), LinkOption.NOFOLLOW_LINKS) && !isOwn(self())) {
      delete();
    }
    // SQLite gives its other files the permissions of this one.
    PrivateFile.create(file());
  }

  /** Whether the file is there and can only be read, by this process. */
  boolean isReadOnly() {
    return Files.isReadable(file()) && !Files.isWritable(folder);
  }

  /** Removes the file and those that SQLite has made beside it. */
  void delete() throws IOException {
    for (String suffix : new String[] {"-wal", "-shm", "-journal", ""}) {
      Files.deleteIfExists(Path.of(file() + suffix));
    }
  }

  /** The name of the user that runs this process, as the owner of its files. */
  private String self() throws IOException {
    Path probe = Files.createTempFile(folder, "new", null);
    try {
      return Files.getOwner(probe).getName();
    } finally {
      Files.delete(probe);
    }
  }

  private boolean isOwn(String self) throws IOException {
    PosixFileAttributes found =
        Files.readAttributes(file(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return found.isRegularFile()
        && found.owner().getName().equals(self)
        && found.permissions().stream().noneMatch(OF_OTHERS::contains);
  }
}

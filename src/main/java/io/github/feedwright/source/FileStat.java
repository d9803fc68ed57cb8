package io.github.feedwright.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What the file system says about one name; symbolic links are not followed.
 *
 * @param kind what it is
 * @param size in bytes
 * @param modified when the bytes were last written
 * @param changed when bytes or attributes last changed; {@link Instant#EPOCH} if unknown
 * @param key the inode; empty if there is none
 * @param names how many names a file has, without symbolic links; 1 if unknown
 */
record FileStat(
    FileKind kind, long size, Instant modified, Instant changed, String key, int names) {

  /** What a name can refer to, as far as it matters here. */
  enum FileKind {
    FILE,
    DIRECTORY,
    LINK,
    /** A pipe, a socket, a device: reading it could block forever. */
    OTHER
  }

  private static final String UNIX = "unix:mode,size,lastModifiedTime,ctime,ino,nlink";

  /** The type's bits in a mode (POSIX, {@code sys/stat.h}). */
  private static final int TYPE = 0170000;

  static FileStat of(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? unix(Files.readAttributes(path, UNIX, LinkOption.NOFOLLOW_LINKS))
        : basic(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  boolean isFile() {
    return kind == FileKind.FILE;
  }

  SourceFile named(String path) {
    return new SourceFile(path, size, modified, changed, key);
  }

  private static FileStat unix(Map<String, Object> attributes) {
    return new FileStat(
        kindOf((int) known(attributes, "mode") & TYPE),
        (long) known(attributes, "size"),
        ((FileTime) known(attributes, "lastModifiedTime")).toInstant(),
        ((FileTime) known(attributes, "ctime")).toInstant(),
        known(attributes, "ino").toString(),
        (int) known(attributes, "nlink"));
  }

  private static Object known(Map<String, Object> attributes, String name) {
    return Objects.requireNonNull(attributes.get(name));
  }

  private static FileKind kindOf(int type) {
    return switch (type) {
      case 0100000 -> FileKind.FILE;
      case 0040000 -> FileKind.DIRECTORY;
      case 0120000 -> FileKind.LINK;
      default -> FileKind.OTHER;
    };
  }

  private static FileStat basic(BasicFileAttributes attributes) {
    FileKind kind =
        attributes.isRegularFile()
            ? FileKind.FILE
            : attributes.isDirectory()
                ? FileKind.DIRECTORY
                : attributes.isSymbolicLink() ? FileKind.LINK : FileKind.OTHER;
    return new FileStat(
        kind,
        attributes.size(),
        attributes.lastModifiedTime().toInstant(),
        Instant.EPOCH,
        attributes.fileKey() == null ? "" : attributes.fileKey().toString(),
        1);
  }
}

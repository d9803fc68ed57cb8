package io.github.feedwright.source;

import java.time.Instant;

/**
 * A file as a listing shows it, before anything is read. If two listings agree in every component,
 * the file is assumed to have the same bytes.
 *
 * @param path the path below the root, with {@code /} on every system
 * @param size in bytes
 * @param modified when the bytes were last written, as the file system says
 * @param changed when bytes or attributes last changed (ctime); {@link Instant#EPOCH} if the file
 *     system has none
 * @param key what distinguishes this file from another of the same name (the inode); empty if there
 *     is none
 */
public record SourceFile(String path, long size, Instant modified, Instant changed, String key) {
  /** A file about which nothing is known: it never equals one in a listing. */
  public static SourceFile unknown(String path) {
    return new SourceFile(path, -1, Instant.EPOCH, Instant.EPOCH, "");
  }
}

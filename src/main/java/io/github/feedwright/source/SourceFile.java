package io.github.feedwright.source;

import java.time.Instant;

/**
 * A file as a listing shows it, before anything is read. Two listings that agree in every component
 * are taken to show the same bytes.
 *
 * @param path the path below the root, with {@code /} on every system
 * @param size in bytes
 * @param modified when the bytes were last written, as the file system says
 * @param changed when bytes or attributes last changed (ctime); {@link Instant#EPOCH} where the
 *     file system has none
 * @param key what tells this file from another of the same name (the inode); empty where there is
 *     none
 */
public record SourceFile(String path, long size, Instant modified, Instant changed, String key) {
  /** A file of which nothing is known: it equals none that a listing shows. */
  public static SourceFile unknown(String path) {
    return new SourceFile(path, -1, Instant.EPOCH, Instant.EPOCH, "");
  }
}

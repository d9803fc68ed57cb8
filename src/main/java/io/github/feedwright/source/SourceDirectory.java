package io.github.feedwright.source;

import java.nio.file.Path;

/**
 * A directory as a listing found it.
 *
 * @param real its real path, without links
 * @param key what distinguishes it from a later directory of the same name (the inode); empty if
 *     there is none
 */
public record SourceDirectory(Path real, String key) {}

package io.github.feedwright.source;

import java.nio.file.Path;

/**
 * A directory as a listing found it.
 *
 * @param real where it really lies, with no link in the path
 * @param key what tells it from another that takes its name later (the inode); empty where there is
 *     none
 */
public record SourceDirectory(Path real, String key) {}

package io.github.feedwright.settings;

import io.github.feedwright.text.MediaTypes;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where the posts are and how they are read.
 *
 * @param directory the posts directory, resolved against the configuration file
 * @param permalink the pattern of a post's path, such as {@code /:year/:month/:day/:slug/}; one of
 *     Jekyll's named styles is already its pattern here
 * @param timezone of dates without a zone, and of {@code :year}, {@code :month}, {@code :day}
 * @param authors the authors file, resolved against the configuration file, or null
 * @param git how commits date changes, or null where only authors do
 * @param mediaTypes the types of the files that are served next to posts
 * @param imageBase the path against which relative images resolve, ending in {@code /}, or null
 */
public record PostsSettings(
    Path directory,
    String permalink,
    ZoneId timezone,
    @Nullable Path authors,
    @Nullable GitSettings git,
    MediaTypes mediaTypes,
    @Nullable String imageBase) {

  PostsSettings withDirectory(Path other) {
    return new PostsSettings(other, permalink, timezone, authors, git, mediaTypes, imageBase);
  }

  PostsSettings withCommitCache(Path file) {
    GitSettings kept = git == null ? null : new GitSettings(git.firstCommit(), git.atMost(), file);
    return new PostsSettings(directory, permalink, timezone, authors, kept, mediaTypes, imageBase);
  }
}

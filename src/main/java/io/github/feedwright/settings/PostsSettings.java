package io.github.feedwright.settings;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.text.MediaTypes;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where the posts are and how they are read.
 *
 * @param directory the posts directory, resolved against the configuration file
 * @param permalinks the patterns of posts' paths; one of Jekyll's named styles is already its
 *     pattern here
 * @param zone of dates without a zone, and of {@code :year}, {@code :month}, {@code :day}; null for
 *     that of the generator, else UTC
 * @param authors the authors file, resolved against the configuration file, or null
 * @param git how commits date changes, or null where only authors do
 * @param mediaTypes the types of the files that are served next to posts
 * @param imageBase the path against which relative images resolve, ending in {@code /}, or null
 * @param written the generator that posts were written for
 */
public record PostsSettings(
    Path directory,
    PermalinkPatterns permalinks,
    @Nullable ZoneId zone,
    @Nullable Path authors,
    @Nullable GitSettings git,
    MediaTypes mediaTypes,
    @Nullable String imageBase,
    GeneratorChoice written) {
  private static final ZoneId UTC = ZoneId.of("UTC");

  PostsSettings withDirectory(Path other) {
    return new PostsSettings(other, permalinks, zone, authors, git, mediaTypes, imageBase, written);
  }

  PostsSettings with(
      GeneratorChoice found,
      PermalinkPatterns stated,
      @Nullable Path itsAuthors,
      @Nullable ZoneId itsZone) {
    return new PostsSettings(
        directory,
        permalinks.or(stated),
        zone == null ? itsZone : zone,
        authors == null ? itsAuthors : authors,
        git,
        mediaTypes,
        imageBase == null ? found.generator().imageBase() : imageBase,
        found);
  }

  /** The time zone of dates without one. */
  public ZoneId timezone() {
    return zone == null ? UTC : zone;
  }

  /** The generator that posts were written for. */
  public Generator generator() {
    return written.generator();
  }

  PostsSettings withCommitCache(Path file) {
    GitSettings kept = git == null ? null : git.with(file);
    return new PostsSettings(
        directory, permalinks, zone, authors, kept, mediaTypes, imageBase, written);
  }
}

package io.github.feedwright.cli.option;

import io.github.feedwright.publish.PublishedMemory;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.text.Sha256;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where commands keep what makes the next run quicker, or lets it see what has changed. */
public final class CacheOptions {
  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "The folder for what is kept between runs; by default, feedwright in the user's folder for"
              + " caches.")
  private @Nullable Path directory;

  @Option(names = "--no-cache", description = "Keeps nothing between runs.")
  private boolean isOff;

  /** What was made of posts before. */
  public CacheStore store() {
    return CacheFolder.store(folder(), CacheFolder.jar());
  }

  /** What readers were shown. */
  public PublishedMemory published(Configuration configuration, Settings settings) {
    return folder()
        .map(
            folder ->
                PublishedMemory.in(folder, settings.posts().directory(), configuration.file()))
        .orElseGet(PublishedMemory::none);
  }

  /** The settings of a command, with a place for what is read of commits. */
  public Settings settings(Settings read) {
    return folder().map(folder -> inFolder(read, folder)).orElse(read);
  }

  private static Settings inFolder(Settings read, Path folder) {
    if (read.posts().git() == null) {
      return read;
    }
    String directory = read.posts().directory().toAbsolutePath().normalize().toString();
    return read.withCommitCache(folder.resolve("git-" + Sha256.ofTexts(directory) + ".tsv"));
  }

  private Optional<Path> folder() {
    if (isOff) {
      return Optional.empty();
    }
    // A program that is not run from its jar writes to no home directory unless --cache says so.
    Optional<Path> usual =
        CacheFolder.jar() == null ? Optional.empty() : CacheFolder.folder(System.getenv());
    return directory == null ? usual : Optional.of(directory);
  }
}

package io.github.feedwright.cli;

import io.github.feedwright.publish.CheckMemory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where {@code check} stores its memory between runs, and for which program it is valid. */
final class CacheFolder {
  private CacheFolder() {}

  /**
   * Opens the memory of earlier checks of a directory, if there is a folder for it.
   *
   * @param folder for what is kept between runs
   * @param jar the jar of the program, or null: classes in development have no fixed version, so
   *     nothing is stored for them
   * @param configuration the text of the configuration file
   * @param posts the posts directory
   */
  static CheckMemory checks(
      Optional<Path> folder, @Nullable Path jar, String configuration, Path posts) {
    try {
      return jar == null || folder.isEmpty()
          ? CheckMemory.none()
          : CheckMemory.open(folder.get(), posts, identity(jar, configuration));
    } catch (IOException unknown) {
      return CheckMemory.none();
    }
  }

  /** The XDG Base Directory Specification: paths that are not absolute must be ignored. */
  static Optional<Path> folder(Map<String, String> environment) {
    return Stream.of(path(environment, "XDG_CACHE_HOME", ""), path(environment, "HOME", ".cache"))
        .filter(Path::isAbsolute)
        .map(caches -> caches.resolve("feedwright"))
        .findFirst();
  }

  private static Path path(Map<String, String> environment, String variable, String below) {
    try {
      return Path.of(environment.getOrDefault(variable, "")).resolve(below);
    } catch (InvalidPathException unnameable) {
      // LC_ALL=C cannot encode every name: such a folder is ignored, like a relative one.
      return Path.of("");
    }
  }

  /** Java's own tables, for example of Unicode, are part of the program. */
  private static String identity(Path jar, String configuration) throws IOException {
    return CheckMemory.digest(
        jar.toString(),
        Long.toString(Files.size(jar)),
        Files.getLastModifiedTime(jar).toString(),
        Runtime.version().toString(),
        configuration);
  }

  /** The jar of the program, or null if its classes are in a folder. */
  static @Nullable Path jar() {
    try {
      CodeSource source = Main.class.getProtectionDomain().getCodeSource();
      Path place = source == null ? null : Path.of(source.getLocation().toURI());
      return place == null || !Files.isRegularFile(place) ? null : place;
    } catch (URISyntaxException | IllegalArgumentException nowhere) {
      return null;
    }
  }
}

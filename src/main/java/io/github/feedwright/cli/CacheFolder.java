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

/** Where {@code check} keeps what it remembers between runs, and of which program that holds. */
final class CacheFolder {
  private CacheFolder() {}

  /**
   * What earlier checks of a directory remember, where there is a place for it.
   *
   * @param environment of the process
   * @param jar that the program runs from, or null: classes that are being worked on have no one
   *     version, so that nothing is remembered of them
   * @param configuration the text of the configuration file
   * @param posts the posts directory
   */
  static CheckMemory of(
      Map<String, String> environment, @Nullable Path jar, String configuration, Path posts) {
    Optional<Path> folder = folder(environment);
    try {
      return jar == null || folder.isEmpty()
          ? CheckMemory.none()
          : CheckMemory.open(folder.get(), posts, identity(jar, configuration));
    } catch (IOException unknown) {
      return CheckMemory.none();
    }
  }

  /** The XDG Base Directory Specification: paths that are not absolute are to be ignored. */
  private static Optional<Path> folder(Map<String, String> environment) {
    return Stream.of(path(environment, "XDG_CACHE_HOME", ""), path(environment, "HOME", ".cache"))
        .filter(Path::isAbsolute)
        .map(caches -> caches.resolve("feedwright"))
        .findFirst();
  }

  private static Path path(Map<String, String> environment, String variable, String below) {
    try {
      return Path.of(environment.getOrDefault(variable, "")).resolve(below);
    } catch (InvalidPathException unnameable) {
      // LC_ALL=C cannot encode every name: such a folder is out of reach, as one that is relative.
      return Path.of("");
    }
  }

  /** The platform's own tables, of Unicode say, are part of the program. */
  private static String identity(Path jar, String configuration) throws IOException {
    return CheckMemory.digest(
        jar.toString(),
        Long.toString(Files.size(jar)),
        Files.getLastModifiedTime(jar).toString(),
        Runtime.version().toString(),
        configuration);
  }

  /** The jar that the program runs from, or null where its classes lie in a folder. */
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

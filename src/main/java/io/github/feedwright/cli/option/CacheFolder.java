package io.github.feedwright.cli.option;

import io.github.feedwright.store.CacheStore;
import io.github.feedwright.text.Sha256;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Where it is kept what was made of posts, and for which program it is valid. */
final class CacheFolder {
  private CacheFolder() {}

  /**
   * The store in a folder, if there is one.
   *
   * @param folder for what is kept between runs
   * @param jar the jar of the program, or null: classes in development have no fixed version, so
   *     nothing is kept for them
   */
  static CacheStore store(Optional<Path> folder, @Nullable Path jar) {
    try {
      return jar == null || folder.isEmpty()
          ? CacheStore.none()
          : CacheStore.in(folder.get(), identity(jar), Clock.systemUTC());
    } catch (IOException unknown) {
      return CacheStore.none();
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

  /**
   * The checksums of all that is in the jar: it is the same program wherever and whenever it was
   * copied. Java's own tables, for example of Unicode, are part of the program.
   */
  private static String identity(Path jar) throws IOException {
    StringBuilder sums = new StringBuilder();
    try (ZipFile entries = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> each = entries.entries(); each.hasMoreElements(); ) {
        ZipEntry entry = each.nextElement();
        sums.append(entry.getName()).append(' ').append(entry.getCrc()).append('\n');
      }
    }
    // Messages write numbers as the locale does.
    String locale = Locale.getDefault(Locale.Category.FORMAT).toString();
    return Sha256.ofTexts(Runtime.version().toString(), locale, sums.toString());
  }

  /** The jar of the program, or null if its classes are in a folder. */
  static @Nullable Path jar() {
    try {
      // Not CodeSource: for classes from an archive (CDS), it is the place where that was made.
      URL own = Objects.requireNonNull(CacheFolder.class.getResource("CacheFolder.class"));
      return own.openConnection() instanceof JarURLConnection entry
          ? Path.of(entry.getJarFileURL().toURI())
          : null;
    } catch (IOException | URISyntaxException | IllegalArgumentException nowhere) {
      return null;
    }
  }
}

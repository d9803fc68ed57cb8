package io.github.feedwright.output.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which directories are not written to: one mistake, and somebody's files would be among ours. */
public final class OutputRules {
  private OutputRules() {}

  /**
   * Checks a directory, which may be missing.
   *
   * @param posts the posts directory
   * @param isForced whether it may hold files that no build has written
   * @return the directory without symbolic links
   * @throws RefusedOutput if it must not be written to
   */
  public static Path require(Path directory, Path posts, boolean isForced) throws IOException {
    Path real = real(directory.toAbsolutePath().normalize());
    Path read = real(posts.toAbsolutePath().normalize());
    String reason = reason(real, read);
    if (reason == null && !isForced && Files.isDirectory(real) && !Manifest.isIn(real)) {
      reason = foreign(real);
    }
    if (reason != null) {
      throw new RefusedOutput(reason);
    }
    return real;
  }

  private static @Nullable String reason(Path directory, Path posts) throws IOException {
    if (directory.getParent() == null || isHome(directory)) {
      return "this is "
          + (directory.getParent() == null ? "the root of the file system" : "a home directory")
          + ", and a site needs a directory of its own; name one, such as "
          + directory.resolve("public");
    }
    if (directory.equals(posts)) {
      return "this is the posts directory; name another one";
    }
    if (directory.startsWith(posts)) {
      return "this is in the posts directory, where it would be read as posts; name a directory"
          + " outside of "
          + posts;
    }
    if (posts.startsWith(directory)) {
      return "the posts directory is in it; name another one, such as "
          + directory.resolve("public");
    }
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      return "this is a file; name a directory";
    }
    return null;
  }

  private static boolean isHome(Path directory) {
    Path home = Path.of(System.getProperty("user.home", "/root"));
    Path parent = directory.getParent();
    return directory.equals(home.toAbsolutePath())
        || (parent != null && parent.equals(Path.of("/home")));
  }

  private static @Nullable String foreign(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      Optional<Path> first = files.sorted().findFirst();
      return first
          .map(
              each ->
                  "it holds files that build has not written, such as \""
                      + each.getFileName()
                      + "\"; name an empty directory, or add --force to write beside them: they"
                      + " are kept")
          .orElse(null);
    }
  }

  /** Without links, as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path parent = path.getParent();
    if (Files.exists(path) || parent == null) {
      return path.toRealPath();
    }
    return real(parent).resolve(path.getFileName());
  }
}

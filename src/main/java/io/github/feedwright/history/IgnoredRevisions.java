package io.github.feedwright.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/**
 * Commits that change many files but not what they mean. The list has the format of {@code git
 * blame --ignore-revs-file}: one full id per line; {@code #} begins a comment.
 */
final class IgnoredRevisions {
  /** The file name that forges look for, at the root of the repository. */
  private static final String USUAL = ".git-blame-ignore-revs";

  private IgnoredRevisions() {}

  /** The usual file and those that the repository's configuration names. */
  static List<Path> files(Config configuration, Path root) {
    String[] configured = configuration.getStringList("blame", null, "ignoreRevsFile");
    return Stream.concat(Stream.of(USUAL), Arrays.stream(configured))
        .filter(Objects::nonNull)
        .flatMap(name -> file(root, name))
        .toList();
  }

  private static Stream<Path> file(Path root, String name) {
    try {
      return Stream.of(root.resolve(name));
    } catch (InvalidPathException never) {
      return Stream.empty();
    }
  }

  /** The ids in all these files. */
  static Set<String> of(Config configuration, Path root) {
    return files(configuration, root).stream()
        .flatMap(IgnoredRevisions::ids)
        .collect(Collectors.toSet());
  }

  private static Stream<String> ids(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> line.matches("\\p{XDigit}{40}"));
    } catch (IOException absent) {
      return Stream.empty();
    }
  }
}

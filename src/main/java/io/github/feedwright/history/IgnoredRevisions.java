package io.github.feedwright.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;

/**
 * Commits that change many files but not what they mean. The list has the format of {@code git
 * blame --ignore-revs-file}: one full id per line; {@code #} begins a comment.
 */
final class IgnoredRevisions {
  /** The file name that forges look for, at the root of the repository. */
  static final String USUAL = ".git-blame-ignore-revs";

  private IgnoredRevisions() {}

  /** The ids in the usual file and in the one that the repository's configuration names. */
  static Set<String> of(Repository repository, Path root) {
    String configured = repository.getConfig().getString("blame", null, "ignoreRevsFile");
    return Stream.concat(Stream.of(USUAL), Stream.ofNullable(configured))
        .flatMap(name -> ids(root, name))
        .collect(Collectors.toSet());
  }

  private static Stream<String> ids(Path root, String name) {
    try {
      return Files.readAllLines(root.resolve(name)).stream()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> line.matches("\\p{XDigit}{40}"));
    } catch (IOException | InvalidPathException absent) {
      return Stream.empty();
    }
  }
}

package io.github.feedwright.history;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.text.Quoted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/**
 * Commits that change many files but not what they mean. The list has the format of {@code git
 * blame --ignore-revs-file}: one full id per line; {@code #} begins a comment.
 *
 * @param ids in lower case
 * @param problems what is no id
 */
record IgnoredRevisions(Set<String> ids, List<Problem> problems) {
  /** The file name that forges look for, at the root of the repository. */
  private static final String USUAL = ".git-blame-ignore-revs";

  IgnoredRevisions {
    ids = Set.copyOf(ids);
    problems = List.copyOf(problems);
  }

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

  /** What these files list. */
  static IgnoredRevisions read(Config configuration, Path root) {
    Set<String> ids = new HashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files(configuration, root)) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        String id = lines.get(i).replaceFirst("#.*", "").strip();
        if (id.matches("\\p{XDigit}{40}")) {
          ids.add(id.toLowerCase(Locale.ROOT));
        } else if (!id.isEmpty()) {
          problems.add(problem(file, i + 1, id));
        }
      }
    }
    return new IgnoredRevisions(ids, problems);
  }

  private static Problem problem(Path file, int line, String id) {
    String message =
        Quoted.of(id)
            + " is not the full id of a commit, so no commit is left out for it; write all 40"
            + " digits, and # before comments";
    return Problem.warning(file.toString(), line, Kind.CONFIGURATION, message);
  }

  /** Ids are ASCII, and comments may be in any encoding. */
  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException absent) {
      return List.of();
    }
  }
}

package io.github.feedwright.cli.report;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.setup.SiteFolder;
import io.github.feedwright.yaml.MalformedYaml;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of keys in the configuration, for problems that are found only after it was read. */
public final class ConfigurationLines {
  private ConfigurationLines() {}

  /** The line of a key, else that of its section, else the first. */
  public static int of(String text, String section, String key) {
    try {
      Optional<Mapping.Field> found = field(YamlReader.read(text, 1), section);
      int line = found.map(Mapping.Field::line).orElse(1);
      return found
          .flatMap(below -> field(below.value(), key))
          .map(Mapping.Field::line)
          .orElse(line);
    } catch (MalformedYaml e) {
      return 1;
    }
  }

  private static Optional<Mapping.Field> field(Node node, String key) {
    return node instanceof Mapping mapping ? mapping.field(key) : Optional.empty();
  }

  /**
   * The problems of a configuration, after a hint if {@code init} has written another beside it.
   */
  public static List<Problem> withHint(Path config, List<Problem> problems) {
    Path other = config.resolveSibling(SiteFolder.OTHER);
    if (other.equals(config) || !Files.exists(other)) {
      return problems;
    }
    String hint = "if this is the file of another program, add --config " + other;
    List<Problem> all = new ArrayList<>(problems);
    all.add(0, Problem.error(config.toString(), 1, Kind.CONFIGURATION, hint));
    return all;
  }
}

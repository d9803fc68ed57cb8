package io.github.feedwright.cli.report;

import io.github.feedwright.yaml.MalformedYaml;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.YamlReader;
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
}

package io.github.feedwright.generator.path;

import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Hugo's {@code ignoreFiles}, and the {@code cascade} of its configuration. */
public final class HugoPaths {
  private static final Set<String> TARGETS = Set.of("_target", "target");

  private HugoPaths() {}

  /** What a {@code hugo.toml} says of posts. */
  public static PathRules rules(ConfigFile file) {
    Node cascade = file.node("cascade");
    List<Node> each = cascade instanceof Sequence list ? list.items() : List.of();
    return PathRules.of(
        List.of(
            // They are found in whole paths, of which content is the part that most begin with.
            file.texts("ignoreFiles").stream()
                .map(written -> written.replaceFirst("^/?content(?=/)", ""))
                .map(written -> written.replaceFirst("^/", "(?:^|/)"))
                .filter(written -> !written.startsWith("^"))
                .flatMap(PathRules::ignoring),
            Stream.concat(Stream.ofNullable(cascade), each.stream())
                .filter(Mapping.class::isInstance)
                .flatMap(values -> rule((Mapping) values))));
  }

  /** What some pages inherit; not what only sections do. */
  private static Stream<PathRules.Rule> rule(Mapping values) {
    String path = "/**";
    for (Mapping.Field field : values.fields()) {
      if (TARGETS.contains(field.key()) && field.value() instanceof Mapping target) {
        if (!text(target, "kind").matches("|page|\\*")) {
          return Stream.empty();
        }
        path = text(target, "path").isEmpty() ? path : text(target, "path");
      }
    }
    List<Mapping.Field> fields =
        values.fields().stream()
            .filter(field -> !TARGETS.contains(field.key()))
            .map(field -> new Mapping.Field(field.key(), 1, field.value()))
            .toList();
    String glob = Globs.ofNames(path.replaceFirst("^/", ""));
    return PathRules.giving("(?i)^" + glob + "(?:\\.[^./]+)?$", new Mapping(fields, 1), List.of());
  }

  private static String text(Mapping in, String key) {
    return in.field(key)
        .filter(field -> field.value() instanceof Scalar)
        .map(field -> ((Scalar) field.value()).text().strip())
        .orElse("");
  }
}

package io.github.feedwright.post.reading;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.frontmatter.FrontMatter;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Scalar;
import java.util.HashMap;
import java.util.Map;

/** The values of fields that the text of a post may show: {@code {{ page.title }}}. */
final class ShownValues {
  private ShownValues() {}

  /** The plain ones by the paths of their keys; none if the text has no tags that use them. */
  static Map<String, String> of(FrontMatter post, Generator generator) {
    String body = post.body();
    boolean isShown =
        (body.contains("{{") && (generator.runs("{{") || generator.runs("{{<")))
            || (body.contains("{%") && generator.runs("{%"));
    Map<String, String> values = new HashMap<>();
    if (isShown) {
      add(values, "", post.fields());
    }
    return values;
  }

  private static void add(Map<String, String> values, String path, Mapping fields) {
    for (Mapping.Field each : fields.fields()) {
      if (each.value() instanceof Scalar scalar) {
        values.put(path + each.key(), scalar.text());
      } else if (each.value() instanceof Mapping inner) {
        add(values, path + each.key() + ".", inner);
      }
    }
  }
}

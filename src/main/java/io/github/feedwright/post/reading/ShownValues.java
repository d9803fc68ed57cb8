package io.github.feedwright.post.reading;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.frontmatter.FrontMatter;
import io.github.feedwright.yaml.Mapping;
import org.jspecify.annotations.Nullable;

/** The values of fields that the text of a post may show: {@code {{ page.title }}}. */
final class ShownValues {
  private ShownValues() {}

  /** All of them; null if the text has no tags that use them. */
  static @Nullable Mapping of(FrontMatter post, Generator generator) {
    String body = post.body();
    boolean isShown =
        (body.contains("{{") && (generator.runs("{{") || generator.runs("{{<")))
            || (body.contains("{%") && generator.runs("{%"));
    return isShown ? post.fields() : null;
  }
}

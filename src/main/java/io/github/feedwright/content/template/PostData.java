package io.github.feedwright.content.template;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.generator.program.Eleventy;
import io.github.feedwright.generator.program.Jekyll;
import io.github.feedwright.post.Post;
import io.github.feedwright.yaml.DataPath;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Null;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the templates in a post know: its fields, and what the generator's configuration says.
 *
 * @param own the post's fields, before those that stand in for the ones it lacks
 * @param site the configuration
 */
record PostData(Generator generator, List<Mapping> own, Mapping site) {
  static PostData of(Post post, GeneratorChoice choice) {
    List<Mapping> own = new ArrayList<>();
    if (choice.generator().equals(new Jekyll())) {
      // Its templates always see lists, however they are written.
      own.add(
          new Mapping(
              List.of(list("categories", post.categories()), list("tags", post.tags())), 1));
    }
    own.add(post.body().fields());
    String path = choice.content().path(post.path());
    if (path != null) {
      own.addAll(choice.generator().defaults(path, choice.data()));
    }
    return new PostData(choice.generator(), List.copyOf(own), choice.data());
  }

  private static Mapping.Field list(String key, List<String> names) {
    List<Node> items = new ArrayList<>();
    names.forEach(each -> items.add(new Scalar(each, false, 1)));
    return new Mapping.Field(key, 1, new Sequence(items, 1));
  }

  /** The value of a variable; null if it is not known. */
  @Nullable Node of(String variable) {
    String field = generator.fieldOf(variable);
    Node value = field == null ? null : own(field);
    String setting = value == null ? generator.settingOf(variable) : null;
    return setting == null ? value : site(setting);
  }

  /** What is missing in Eleventy's data may be what a script would have computed. */
  private @Nullable Node site(String setting) {
    Node value = DataPath.at(site, setting);
    return value instanceof Null && generator.equals(new Eleventy()) ? null : value;
  }

  private @Nullable Node own(String field) {
    Node value = null;
    for (Mapping each : own) {
      Node found = DataPath.at(each, field);
      value = found == null ? value : found;
      if (value != null && !(value instanceof Null)) {
        return value;
      }
    }
    return value;
  }

  /** How much is to be read for a value. */
  long size() {
    return site.fields().size() + own.stream().mapToLong(each -> each.fields().size()).sum();
  }
}

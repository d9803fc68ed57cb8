package io.github.feedwright.post.reading;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.field.FieldProblems;
import io.github.feedwright.post.field.Fields;
import io.github.feedwright.post.value.Flag;
import io.github.feedwright.post.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The fields by which generators, themes and people keep a post out of sight, other than {@code
 * draft} and {@code published}. Each is reported in the same words for all posts.
 */
final class HidingFields {
  private static final String[] HIDE = {
    "hidden", "private", "wip", "isDraft", "eleventyExcludeFromCollections"
  };
  private static final String[] SHOW = {"publish", "public"};
  private static final Set<String> VISIBLE = Set.of("public", "visible", "published", "everyone");
  private static final Set<String> UNSEEN = Set.of("never", "local", "false");

  private final Generator generator;

  HidingFields(Generator generator) {
    this.generator = generator;
  }

  /** Whether any of them hides the post. */
  boolean hide(Fields fields, FieldProblems report) {
    List<Value> hiding = new ArrayList<>();
    if (generator.isCautious()) {
      fields.anyShape(HIDE).stream().filter(value -> value.flag() != Flag.NO).forEach(hiding::add);
      fields.anyShape(SHOW).stream().filter(value -> value.flag() == Flag.NO).forEach(hiding::add);
      fields.anyShape("visibility").stream().filter(HidingFields::isUnseen).forEach(hiding::add);
      fields.anyShape("permalink").stream()
          .filter(value -> value.flag() == Flag.NO)
          .forEach(hiding::add);
      for (String key : List.of("build", "_build")) {
        Fields build = fields.nested(key);
        if (build != null) {
          build.anyShape("list", "render").stream()
              .filter(value -> UNSEEN.contains(lower(value.text())))
              .forEach(hiding::add);
        }
      }
    }
    generator.hidingKeys().stream()
        .flatMap(key -> fields.anyShape(key).stream())
        .filter(value -> value.flag() != Flag.NO)
        .forEach(hiding::add);
    hiding.stream()
        .limit(1)
        .forEach(value -> report.hidden(value.line(), value.key() + ": " + shown(value)));
    return !hiding.isEmpty();
  }

  private static boolean isUnseen(Value value) {
    return !VISIBLE.contains(lower(value.text()));
  }

  /** In the same spelling for all posts. */
  private static String shown(Value value) {
    return lower(value.text()).replaceAll("\\s+", " ");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

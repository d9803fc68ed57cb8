package io.github.feedwright.post.reading;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.post.field.FieldProblems;
import io.github.feedwright.post.field.Fields;
import io.github.feedwright.post.field.VisibilityFields;
import io.github.feedwright.post.value.Flag;
import io.github.feedwright.post.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields by which generators, themes and people keep a post out of sight, other than {@code
 * draft} and {@code published}. Each is reported in the same words for all posts.
 */
final class HidingFields {
  private static final String[] HIDE = {
    "hidden",
    "private",
    "wip",
    "isDraft",
    "eleventyExcludeFromCollections",
    "unpublished",
    "isHidden",
    "isPrivate",
    "is_draft",
    "is_hidden",
    "is_private"
  };
  private static final String[] OWN = {"extra", "params"};
  private static final String[] SHOW = {
    "publish", "public", "visible", "isPublished", "is_published"
  };
  private static final Set<String> VISIBLE = Set.of("public", "visible", "published", "everyone");
  private static final Set<String> UNSEEN = Set.of("never", "local", "false");

  private final Generator generator;

  HidingFields(Generator generator) {
    this.generator = generator;
  }

  /** The visibility of a post that one of them hides; null if none does. */
  @Nullable Visibility hidden(Fields fields, Instant date, FieldProblems report) {
    List<Value> never = never(fields);
    List<Value> hiding = new ArrayList<>(never);
    addCautious(fields, hiding);
    // Zola has a table for what is not its own, and Hugo since 2024.
    for (String key : OWN) {
      Fields own = fields.nested(key);
      if (own != null) {
        addCautious(own, hiding);
      }
    }
    if (hiding.isEmpty()) {
      return null;
    }
    Value first = hiding.get(0);
    report.hidden(first.line(), first.key() + ": " + shown(first));
    return never.isEmpty() ? new Visibility(false, date, null) : Visibility.NEVER;
  }

  /** The visibility of everything below a section that says so; null if it says nothing. */
  @Nullable Visibility hiddenBelow(Fields fields, Instant date, FieldProblems report) {
    for (Fields below : VisibilityFields.inherited(fields)) {
      Visibility hidden = hidden(below, date, report);
      if (hidden != null) {
        return hidden;
      }
    }
    return null;
  }

  private void addCautious(Fields fields, List<Value> hiding) {
    if (generator.isCautious()) {
      fields.anyShape(HIDE).stream().filter(value -> value.flag() != Flag.NO).forEach(hiding::add);
      fields.anyShape(SHOW).stream().filter(HidingFields::isNo).forEach(hiding::add);
      fields.anyShape("visibility").stream().filter(HidingFields::isUnseen).forEach(hiding::add);
    }
  }

  /** Those by which a generator makes no post of a file, so that it is not only a draft. */
  private List<Value> never(Fields fields) {
    List<Value> never = new ArrayList<>();
    if (generator.isCautious()) {
      fields.anyShape("permalink", "render").stream()
          .filter(value -> value.flag() == Flag.NO)
          .forEach(never::add);
      for (String key : List.of("build", "_build")) {
        Fields build = fields.nested(key);
        if (build != null) {
          build.anyShape("list", "render").stream()
              .filter(value -> UNSEEN.contains(lower(value.text())))
              .forEach(never::add);
        }
      }
    }
    generator.hidingKeys().stream()
        .flatMap(key -> fields.anyShape(key).stream())
        .filter(value -> value.flag() != Flag.NO)
        .forEach(never::add);
    return never;
  }

  private static boolean isNo(Value value) {
    return value.flag() == Flag.NO || value.text().equals("0");
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

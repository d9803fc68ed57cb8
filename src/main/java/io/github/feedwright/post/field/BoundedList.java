package io.github.feedwright.post.field;

import io.github.feedwright.yaml.Mapping;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Limits a post's terms and authors. Each of them has its feeds, and each of the post's entries
 * names them all: thousands would fill the memory.
 *
 * @param most how many are used
 */
public record BoundedList(int most, Fields fields, FieldProblems report) {
  /**
   * In characters. Addresses cannot hold longer ones, and Unicode normalisation takes quadratic
   * time for them.
   */
  public static final int LONGEST_NAME = 1000;

  /**
   * The first ones whose names fit into an address. If others are left out, that is reported once.
   *
   * @param name the name of each, which names its feeds
   * @param what what they are, in the plural
   * @param keys of the fields they may come from; the report names the first one that the post has
   */
  public <T> List<T> of(Collection<T> all, Function<T, String> name, String what, String... keys) {
    List<T> named = all.stream().filter(each -> name.apply(each).length() <= LONGEST_NAME).toList();
    if (named.size() < all.size()) {
      report(
          "has one of the %s with more than %d characters; write a few words"
              .formatted(what, LONGEST_NAME),
          keys);
    }
    if (named.size() > most) {
      report(
          "has %d %s; only the first %d are used (limits.terms); remove the others"
              .formatted(named.size(), what, most),
          keys);
    }
    return named.stream().limit(most).toList();
  }

  private void report(String message, String... keys) {
    for (String key : keys) {
      Mapping.Field field = fields.get(key);
      if (field != null) {
        report.unclear(field.key(), field.line(), message);
        return;
      }
    }
  }
}

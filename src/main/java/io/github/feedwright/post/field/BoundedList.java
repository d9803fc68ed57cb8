package io.github.feedwright.post.field;

import io.github.feedwright.yaml.Mapping;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * So many of a post's terms and authors as count. Each of them has its feeds, and each of the
 * post's entries names them all: thousands would fill the memory.
 *
 * @param most how many count
 */
record BoundedList(int most, Fields fields, FieldProblems report) {
  /** In characters. An address holds no longer ones, and to compose them takes quadratic time. */
  static final int LONGEST_NAME = 1000;

  /**
   * The first ones with names that are no longer than an address may be. That there are others is
   * reported once.
   *
   * @param name what its feeds are named after
   * @param what what they are, in the plural
   * @param keys of the fields they may come from; the first that the post has is named
   */
  <T> List<T> of(Collection<T> all, Function<T, String> name, String what, String... keys) {
    List<T> named = all.stream().filter(each -> name.apply(each).length() <= LONGEST_NAME).toList();
    if (named.size() < all.size()) {
      tell(
          "has one of the %s with more than %d characters; write a few words"
              .formatted(what, LONGEST_NAME),
          keys);
    }
    if (named.size() > most) {
      tell(
          "has %d %s; only the first %d are used (limits.terms); remove the others"
              .formatted(named.size(), what, most),
          keys);
    }
    return named.stream().limit(most).toList();
  }

  private void tell(String message, String... keys) {
    for (String key : keys) {
      Mapping.Field field = fields.get(key);
      if (field != null) {
        report.unclear(field.key(), field.line(), message);
        return;
      }
    }
  }
}

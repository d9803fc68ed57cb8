package io.github.feedwright.post;

import io.github.feedwright.yaml.Mapping;
import java.util.Collection;
import java.util.List;

/**
 * So many of a post's terms and authors as count. Each of them has its feeds, and each of the
 * post's entries names them all: thousands would fill the memory.
 */
final class Bounded {
  private Bounded() {}

  /**
   * The first ones. That there are more is reported once.
   *
   * @param most how many count
   * @param what what they are, in the plural
   * @param keys of the fields they may come from; the first that the post has is named
   */
  static <T> List<T> of(
      int most, Collection<T> all, String what, Fields fields, Report report, String... keys) {
    for (String key : all.size() > most ? keys : new String[0]) {
      Mapping.Field field = fields.get(key);
      if (field != null) {
        String message =
            "has %d %s; only the first %d are taken (limits.terms); take the others out"
                .formatted(all.size(), what, most);
        report.unclear(field.key(), field.line(), message);
        break;
      }
    }
    return all.stream().limit(most).toList();
  }
}

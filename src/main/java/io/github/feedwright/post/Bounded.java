package io.github.feedwright.post;

import io.github.feedwright.yaml.Mapping;
import java.util.Collection;
import java.util.List;

/**
 * So many of a post's terms and authors as count. Each of them has its feeds, and each of the
 * post's entries names them all: thousands would fill the memory.
 */
final class Bounded {
  /** Far more than people give, and what costs nobody anything. */
  private static final int MOST = 100;

  private Bounded() {}

  /**
   * The first hundred. That there are more is reported once.
   *
   * @param what what they are, in the plural
   * @param keys of the fields they may come from; the first that the post has is named
   */
  static <T> List<T> of(
      Collection<T> all, String what, Fields fields, Report report, String... keys) {
    for (String key : all.size() > MOST ? keys : new String[0]) {
      Mapping.Field field = fields.get(key);
      if (field != null) {
        String message =
            "has %d %s; only the first %d are taken; take the others out"
                .formatted(all.size(), what, MOST);
        report.unclear(field.key(), field.line(), message);
        break;
      }
    }
    return all.stream().limit(MOST).toList();
  }
}

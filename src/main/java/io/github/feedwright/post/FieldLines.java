package io.github.feedwright.post;

import io.github.feedwright.yaml.Mapping;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The lines of a post's fields, for problems that are found only later.
 *
 * @param byKey the line of the file, from 1, by key in lower case
 */
public record FieldLines(Map<String, Integer> byKey) {
  public FieldLines {
    byKey = Map.copyOf(byKey);
  }

  public static FieldLines of(Mapping fields) {
    Map<String, Integer> lines = new HashMap<>();
    for (Mapping.Field field : fields.fields()) {
      // The keys of thousands of posts are the same few.
      lines.putIfAbsent(field.key().toLowerCase(Locale.ROOT).intern(), field.line());
    }
    return new FieldLines(lines);
  }

  /** Whether the post has a field of this key. */
  public boolean has(String key) {
    return byKey.containsKey(key.toLowerCase(Locale.ROOT));
  }

  /** The line of the first of these keys that the post has; 1 if it has none of them. */
  public int of(String... keys) {
    for (String key : keys) {
      Integer line = byKey.get(key.toLowerCase(Locale.ROOT));
      if (line != null) {
        return line;
      }
    }
    return 1;
  }
}

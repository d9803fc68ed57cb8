package io.github.feedwright.yaml;

import java.util.List;
import java.util.Optional;

/**
 * Keys and values, in the order in which they were written.
 *
 * @param fields the pairs; no two have one key, unless they were read by {@link
 *     YamlReader#readRepeating}
 * @param line the line of the file, from 1
 */
public record Mapping(List<Field> fields, int line) implements Node {
  public Mapping {
    fields = List.copyOf(fields);
  }

  /**
   * A key with its value.
   *
   * @param key the key as written
   * @param line the key's line, from 1
   * @param value the value
   */
  public record Field(String key, int line, Node value) {}

  /** The field of exactly this key. */
  public Optional<Field> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }
}

package io.github.feedwright.yaml;

import java.util.List;

/**
 * A list.
 *
 * @param items what is in it, in order
 * @param line the line of the file, from 1
 */
public record Sequence(List<Node> items, int line) implements Node {
  public Sequence {
    items = List.copyOf(items);
  }
}

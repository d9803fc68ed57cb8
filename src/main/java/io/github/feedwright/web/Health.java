package io.github.feedwright.web;

import io.github.feedwright.problem.Kind;
import java.util.Map;

/**
 * How the publisher is, in counts: nothing that names a post or a value in one.
 *
 * @param serving whether there is a snapshot
 * @param watching how changes are noticed, such as {@code watching}
 * @param posts how many posts are published
 * @param feeds how many feeds there are, in all formats
 * @param problems how many problems of each kind there are
 */
public record Health(
    boolean serving, String watching, int posts, int feeds, Map<Kind, Integer> problems) {
  public Health {
    problems = Map.copyOf(problems);
  }
}

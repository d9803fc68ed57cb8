package io.github.feedwright.web;

import io.github.feedwright.problem.Kind;
import java.util.Map;

/**
 * The state of the publisher in counts; it contains no names or values from posts.
 *
 * @param serving whether there is a snapshot
 * @param watching how changes are noticed, such as {@code watching}
 * @param posts how many posts are published
 * @param feeds how many feeds there are, counting every format
 * @param problems how many problems of each kind there are
 */
public record Health(
    boolean serving, String watching, int posts, int feeds, Map<Kind, Integer> problems) {
  public Health {
    problems = Map.copyOf(problems);
  }
}

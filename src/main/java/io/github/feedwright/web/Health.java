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
 * @param warming how many of them are still made at their first request, as after a start
 * @param problems how many problems of each kind there are
 */
public record Health(
    boolean serving,
    String watching,
    int posts,
    int feeds,
    int warming,
    Map<Kind, Integer> problems) {
  public Health {
    problems = Map.copyOf(problems);
  }
}

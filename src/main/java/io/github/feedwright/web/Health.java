package io.github.feedwright.web;

import io.github.feedwright.problem.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the publisher in counts; it contains no values from posts, and no names of posts
 * that are not published.
 *
 * @param serving whether there is a snapshot
 * @param watching how changes are noticed, such as {@code watching}
 * @param posts how many posts are published
 * @param feeds how many feeds there are, counting every format
 * @param warming how many of them are still made at their first request, as after a start
 * @param problems how many problems of each kind there are
 * @param held what is held back until somebody confirms it, or null
 */
public record Health(
    boolean serving,
    String watching,
    int posts,
    int feeds,
    int warming,
    Map<Kind, Integer> problems,
    @Nullable Held held) {
  /** Where it is reported, at the server's root, whatever the path of {@code feeds.url} is. */
  public static final String PATH = "/healthz";

  public Health {
    problems = Map.copyOf(problems);
  }

  /**
   * Published posts whose changes are held back, because readers would see them again as new.
   *
   * @param count how many there are
   * @param paths the files of the first of them, at most {@link #MOST_NAMED}
   * @param token confirms them
   */
  public record Held(int count, List<String> paths, String token) {
    /** How many files are named: a monitor needs no more. */
    public static final int MOST_NAMED = 100;

    public Held {
      paths = List.copyOf(paths);
    }
  }
}

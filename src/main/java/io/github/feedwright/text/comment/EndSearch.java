package io.github.feedwright.text.comment;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the ends of tags and comments. One search serves all starts before its result: many starts
 * and a distant end would be quadratic.
 */
final class EndSearch {
  /** An index far behind any text: there is no such end. */
  static final int NONE = Integer.MAX_VALUE / 2;

  private final String text;
  private final Map<String, Found> found = new HashMap<>();

  /**
   * The result of a search.
   *
   * @param from where it started
   * @param at the index of the end
   */
  private record Found(int from, int at) {}

  EndSearch(String text) {
    this.text = text;
  }

  /** The first index of an end at or after another index, or {@link #NONE}. */
  int next(String end, int from) {
    Found known = found.get(end);
    if (known == null || from < known.from() || from > known.at()) {
      int at = text.indexOf(end, from);
      known = new Found(from, at < 0 ? NONE : at);
      found.put(end, known);
    }
    return known.at();
  }
}

package io.github.feedwright.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How much of one text is also in another. */
final class Similarity {
  /** A line, or a sentence in a line. */
  private static final Pattern UNIT =
      Pattern.compile("\\s*\\n\\s*|(?<=[.!?:;\u3002\uFF01\uFF1F])\\s+");

  private final Map<String, Integer> units = new HashMap<>();
  private final int length;

  private Similarity(String text) {
    int all = 0;
    for (String unit : UNIT.split(text.strip(), -1)) {
      units.merge(unit, 1, Integer::sum);
      all += unit.length();
    }
    this.length = all;
  }

  static Similarity to(String text) {
    return new Similarity(text);
  }

  /**
   * The characters in lines and sentences that both texts have, as a percentage of the longer text.
   */
  int percent(Similarity other) {
    long common = 0;
    for (Map.Entry<String, Integer> unit : units.entrySet()) {
      int times = Math.min(unit.getValue(), other.units.getOrDefault(unit.getKey(), 0));
      common += (long) times * unit.getKey().length();
    }
    int longer = Math.max(length, other.length);
    return longer == 0 ? 0 : (int) (100 * common / longer);
  }
}

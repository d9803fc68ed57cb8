package io.github.feedwright.content.markdown;

import io.github.feedwright.content.limit.TooCostly;

/**
 * Refuses a text with too many lines. The Markdown parser copies the lines of a block once for each
 * of them without reading a character.
 */
final class LineLimit {
  private LineLimit() {}

  /**
   * Counts the lines.
   *
   * @throws TooCostly if a text has more than {@code most}
   */
  static void check(String markdown, int most) {
    int lines = 0;
    for (int at = markdown.indexOf('\n'); at >= 0; at = markdown.indexOf('\n', at + 1)) {
      if (++lines > most) {
        throw new TooCostly("it has more than " + most + " lines (limits.lines)");
      }
    }
  }
}

package io.github.feedwright.content.markdown;

import io.github.feedwright.content.limit.TooCostly;

/**
 * Refuses a text of more lines than anybody writes. The Markdown parser copies the lines of a block
 * once for each of them, and reads no character while it does.
 */
final class Lines {
  private Lines() {}

  /**
   * Counts the lines.
   *
   * @throws TooCostly where a text has more than so many
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

package io.github.feedwright.content;

/**
 * Refuses a text of more lines than anybody writes. The Markdown parser copies the lines of a block
 * once for each of them, and reads no character while it does.
 */
final class Lines {
  private static final int MOST = 20_000;

  private Lines() {}

  /**
   * Counts the lines.
   *
   * @throws TooCostly where a text has more than 20,000
   */
  static void check(String markdown) {
    int lines = 0;
    for (int at = markdown.indexOf('\n'); at >= 0; at = markdown.indexOf('\n', at + 1)) {
      if (++lines > MOST) {
        throw new TooCostly("it has more than " + MOST + " lines");
      }
    }
  }
}

package io.github.feedwright.content.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What an author hid from readers.
 *
 * @param start the index of its first character
 * @param end the index after its last
 * @param instead the Markdown that stands for it
 * @param missing what would have ended it, where nothing does; else null
 */
record Comment(int start, int end, String instead, @Nullable String missing) {
  /** Shows nothing; on a line of its own it keeps apart what is above from what is below. */
  static final String EMPTY = "<!-- -->";

  private static final int MAX_INDENT = 3;

  /** One whose end was found. */
  static Comment of(String text, int start, int end) {
    if (isAlone(text, start, end)) {
      return new Comment(start, end, EMPTY, null);
    }
    // At the beginning of a line, an empty one would make HTML of the rest, and blanks code.
    int after = isAtLineStart(text, start) ? afterBlanks(text, end) : end;
    return new Comment(start, after, "", null);
  }

  /** One that takes in all below it. */
  static Comment unclosed(String text, int start, String end) {
    return new Comment(start, text.length(), EMPTY, end);
  }

  /** Whether nothing of it is shown: kramdown has HTML between tags of this kind, too. */
  boolean hides() {
    return instead.isEmpty() || instead.equals(EMPTY);
  }

  /** The same, so many characters further on. */
  Comment moved(int by) {
    return new Comment(start + by, end + by, instead, missing);
  }

  /** Whether nothing else stands on its lines. */
  static boolean isAlone(String text, int start, int end) {
    int after = afterBlanks(text, end);
    return isAtLineStart(text, start) && (after == text.length() || text.charAt(after) == '\n');
  }

  private static boolean isAtLineStart(String text, int start) {
    int at = start;
    while (at > 0 && start - at <= MAX_INDENT && text.charAt(at - 1) == ' ') {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  private static int afterBlanks(String text, int end) {
    int at = end;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}

package io.github.feedwright.text.comment;

import org.jspecify.annotations.Nullable;

/**
 * A comment: text that its author hid from readers.
 *
 * @param start the index of its first character
 * @param end the index after its last
 * @param instead the Markdown that replaces it
 * @param missing the missing end, if it has none; else null
 */
public record Comment(int start, int end, String instead, @Nullable String missing) {
  /** Shows nothing; on its own line, it separates the text above from the text below. */
  public static final String EMPTY = "<!-- -->";

  private static final int MAX_INDENT = 3;

  /** A comment with an end. */
  public static Comment of(String text, int start, int end) {
    if (isAlone(text, start, end)) {
      return new Comment(start, end, EMPTY, null);
    }
    // At the start of a line, an empty comment would turn the rest into HTML, and blanks would turn
    // it into code.
    int after = isAtLineStart(text, start) ? afterBlanks(text, end) : end;
    return new Comment(start, after, "", null);
  }

  /** A comment without an end, which includes everything below it. */
  public static Comment unclosed(String text, int start, String end) {
    return new Comment(start, text.length(), EMPTY, end);
  }

  /** Whether nothing of it is shown: kramdown also puts HTML between such tags. */
  public boolean hides() {
    return instead.isEmpty() || instead.equals(EMPTY);
  }

  /** The same comment, moved by a number of characters. */
  public Comment moved(int by) {
    return new Comment(start + by, end + by, instead, missing);
  }

  /** Whether nothing else is on its lines. */
  static boolean isAlone(String text, int start, int end) {
    int after = afterBlanks(text, end);
    return isAtLineStart(text, start) && (after == text.length() || text.charAt(after) == '\n');
  }

  /** Whether nothing but an indent is before it. */
  public static boolean isAtLineStart(String text, int start) {
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

package io.github.feedwright.content.shortcode;

import io.github.feedwright.text.comment.Tag;
import org.jspecify.annotations.Nullable;

/** Where a tag is. */
enum TagPlace {
  /** Alone on its line. */
  OWN_LINE,
  /** Among words. */
  PROSE,
  /** In the address of a link, or another attribute. */
  ADDRESS;

  /** Of what may come before a tag in an address. */
  private static final int LONGEST_ADDRESS = 200;

  /** The place of a tag in a text. */
  static TagPlace of(String text, Tag tag) {
    if (lead(text, tag) != null && endsLine(text, tag.end())) {
      return OWN_LINE;
    }
    String before = text.substring(Math.max(0, tag.start() - LONGEST_ADDRESS), tag.start());
    String line = before.substring(before.lastIndexOf('\n') + 1);
    boolean isProse =
        line.lastIndexOf('<') <= line.lastIndexOf('>')
            && line.lastIndexOf("](") <= line.lastIndexOf(')');
    return isProse ? PROSE : ADDRESS;
  }

  private static boolean endsLine(String text, int index) {
    int at = index;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at == text.length() || text.charAt(at) == '\n';
  }

  /** The part of the line before a tag if that is blank, else null. */
  static @Nullable String lead(String text, Tag tag) {
    int start = tag.start();
    // Stops at the first other character: many tags on one long line would make it quadratic.
    while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
      if (text.charAt(start - 1) == '\n') {
        return text.substring(start, tag.start());
      }
      start--;
    }
    return start == 0 ? text.substring(0, tag.start()) : null;
  }
}

package io.github.feedwright.post.frontmatter;

import io.github.feedwright.text.Quoted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair of fences with front matter between them.
 *
 * @param open the line before the front matter
 * @param closes the lines that may end it
 */
record Fence(String open, List<String> closes) {
  /** The block between the fences, and the body after them. */
  record Split(String block, int line, String body, int bodyLine) {}

  /** Splits a text that begins, after blank lines, with the fence; null if it does not. */
  @Nullable Split split(String text, long limit) throws UnreadablePost {
    int start = afterBlankLines(text);
    int from = end(text, start);
    if (!isLine(text, start, from, open)) {
      return null;
    }
    int line = DecodedText.lines(text, start);
    Split split = closed(text, from + 1, line + 1, limit);
    if (split == null) {
      throw unclosed(line, open);
    }
    return split;
  }

  /** Splits a text that begins with the first field, which Hexo allows. */
  Split unopened(String text, long limit) throws UnreadablePost {
    Split split = closed(text, 0, 1, limit);
    if (split == null) {
      throw unclosed(1, Quoted.of(text.substring(0, end(text, afterBlankLines(text))).strip()));
    }
    return split;
  }

  private @Nullable Split closed(String text, int start, int line, long limit)
      throws UnreadablePost {
    for (int at = start, number = line; at < text.length(); number++) {
      int end = end(text, at);
      if (closes(text, at, end)) {
        String block = text.substring(start, at);
        FrontMatter.refuseTooLong(block, Math.max(1, line - 1), limit);
        return new Split(block, line, text.substring(Math.min(end + 1, text.length())), number + 1);
      }
      at = end + 1;
    }
    return null;
  }

  private UnreadablePost unclosed(int line, String begin) {
    return FrontMatter.malformed(
        line,
        "the front matter begins with "
            + begin
            + " but never ends; write "
            + closes.get(0)
            + " on a line of its own after its last field");
  }

  private boolean closes(String text, int start, int end) {
    for (String close : closes) {
      if (isLine(text, start, end, close)) {
        return true;
      }
    }
    return false;
  }

  private static int afterBlankLines(String text) {
    int start = 0;
    for (int i = 0; i < text.length() && text.charAt(i) <= ' '; i++) {
      if (text.charAt(i) == '\n') {
        start = i + 1;
      }
    }
    return start;
  }

  private static boolean isLine(String text, int start, int end, String fence) {
    return text.startsWith(fence, start) && text.substring(start + fence.length(), end).isBlank();
  }

  private static int end(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}

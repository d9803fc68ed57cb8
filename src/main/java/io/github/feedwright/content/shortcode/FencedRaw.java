package io.github.feedwright.content.shortcode;

import io.github.feedwright.text.comment.Tag;
import io.github.feedwright.text.comment.TagScanner;
import java.util.regex.Pattern;

/**
 * Moves tags {@code raw} from the lines of fences into the code: Markdown, which comes after the
 * templates, does not see them. The text keeps its length and its lines.
 *
 * <p>Threads: only the one that renders the post, such as {@code render}.
 */
final class FencedRaw {
  private static final Pattern FENCE = Pattern.compile("[>\\s]*(?:`{3,}[^`\\n]*|~{3,}[^\\n]*)");

  private final String text;
  private final char[] moved;

  private FencedRaw(String text) {
    this.text = text;
    this.moved = text.toCharArray();
  }

  /** A text with the tags moved. */
  static String moved(String text) {
    boolean mayHoldSome = text.contains("endraw") && (text.contains("```") || text.contains("~~~"));
    return mayHoldSome ? new FencedRaw(text).all() : text;
  }

  private String all() {
    TagScanner scanner = new TagScanner(text);
    Tag tag = scanner.next(0);
    while (tag != null) {
      Tag end = tag.isLiteral() && tag.isLiquidTag() ? scanner.end(tag) : null;
      if (end != null && tag.is("raw")) {
        move(tag, end);
      }
      tag = scanner.next(end == null ? tag.end() : end.end());
    }
    return new String(moved);
  }

  private void move(Tag raw, Tag end) {
    boolean isOnFence = isFence(line(raw));
    int first = isOnFence ? lineEnd(raw.end()) : raw.end();
    while (isOnFence && first < end.start() && isBlankOrQuote(text.charAt(first))) {
      first++;
    }
    int fence = closing(raw, end);
    int last = fence < 0 ? end.start() : fence;
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    if (first >= last) {
      return;
    }
    boolean isInFence = isFence(text.substring(lineStart(raw.start()), raw.start()));
    if (isOnFence && (isInFence || fence >= 0 || isBeforeFence(end))) {
      put(raw.start(), text.substring(raw.end(), first) + text.substring(raw.start(), raw.end()));
    }
    if (fence >= 0) {
      put(last, text.substring(end.start(), end.end()) + text.substring(last, end.start()));
    }
  }

  private static boolean isEmpty(String line) {
    return line.chars().allMatch(FencedRaw::isBlankOrQuote);
  }

  private static boolean isBlankOrQuote(int sign) {
    return Character.isWhitespace(sign) || sign == '>';
  }

  private void put(int start, String part) {
    part.getChars(0, part.length(), moved, start);
  }

  /** The start of the line of the closing fence that the end hides, or else follows; -1 if none. */
  private int closing(Tag raw, Tag end) {
    int line = lineStart(end.start());
    if (isFence(line(end))) {
      return line;
    }
    int before = lineStart(Math.max(0, line - 1));
    boolean isAfterFence =
        isEmpty(line(end)) && isFence(text.substring(before, Math.max(before, line - 1)));
    return isAfterFence && isFence(line(raw)) ? before : -1;
  }

  private boolean isBeforeFence(Tag end) {
    int next = Math.min(text.length(), lineEnd(end.end()) + 1);
    return isEmpty(line(end)) && isFence(text.substring(next, lineEnd(next)));
  }

  private static boolean isFence(String line) {
    return FENCE.matcher(line).matches();
  }

  /** The line of a tag without the tag. */
  private String line(Tag tag) {
    return text.substring(lineStart(tag.start()), tag.start())
        + text.substring(tag.end(), lineEnd(tag.end()));
  }

  private int lineStart(int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  private int lineEnd(int index) {
    int end = text.indexOf('\n', index);
    return end < 0 ? text.length() : end;
  }
}

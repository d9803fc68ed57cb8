package io.github.feedwright.post.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes the indentation of what is between tags: in MDX it only shows the nesting, where Markdown
 * would take it for code.
 */
final class MdxIndents {
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
  private static final Pattern TAG = Pattern.compile("<(?:/?[A-Za-z].*|/?)>|/?>");
  private static final int TAB = 4;

  /**
   * Lines between tags.
   *
   * @param base the indentation of the first of them
   * @param surplus how much of it is removed
   */
  private record Children(int base, int surplus) {}

  /**
   * What the lines above leave open.
   *
   * @param fence the marks of the open block of code; empty outside of one
   * @param tag how far the tag on the line above is indented, as it is written; -1 if that is none
   */
  private record Above(String fence, int tag) {}

  private final StringBuilder out = new StringBuilder();
  private final Deque<Children> open = new ArrayDeque<>();

  private MdxIndents() {}

  /** A text without it; every line keeps its number. */
  static String removed(String text) {
    MdxIndents indents = new MdxIndents();
    Above above = new Above("", -1);
    String[] lines = text.split("\n", -1);
    for (int each = 0; each < lines.length; each++) {
      indents.out.append(each == 0 ? "" : "\n");
      above = indents.add(lines[each], above);
    }
    return indents.out.toString();
  }

  private Above add(String line, Above above) {
    if (line.isBlank()) {
      out.append(line);
      return above;
    }
    int start = 0;
    int indent = 0;
    while (line.charAt(start) == ' ' || line.charAt(start) == '\t') {
      indent += line.charAt(start) == '\t' ? TAB : 1;
      start++;
    }
    if (above.fence().isEmpty()) {
      nest(indent, above.tag());
    }
    int left = open.isEmpty() ? indent : Math.max(0, indent - open.peek().surplus());
    String shown = left == indent ? line : " ".repeat(left) + line.substring(start);
    out.append(shown);
    String words = line.substring(start).stripTrailing();
    String fence = fence(shown, words, above.fence());
    return new Above(fence, fence.isEmpty() && TAG.matcher(words).matches() ? indent : -1);
  }

  private void nest(int indent, int tag) {
    while (!open.isEmpty() && indent < open.peek().base()) {
      open.pop();
    }
    if (tag >= 0 && indent > tag) {
      int surplus = open.isEmpty() ? 0 : open.peek().surplus();
      open.push(new Children(indent, indent - Math.max(0, tag - surplus)));
    }
  }

  /** The block of code that is open after a line. */
  private static String fence(String shown, String words, String before) {
    if (before.isEmpty()) {
      Matcher begin = FENCE.matcher(shown);
      return begin.matches() ? begin.group(1) : "";
    }
    boolean isEnd = words.startsWith(before) && words.chars().allMatch(c -> c == before.charAt(0));
    return isEnd ? "" : before;
  }
}

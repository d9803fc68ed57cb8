package io.github.feedwright.content.dialect;

import io.github.feedwright.content.markdown.block.Admonitions;
import io.github.feedwright.content.source.BodyText;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Puts an empty line between an admonition of MkDocs ({@code !!! note}) and text right below it
 * that is not indented: it does not belong to it, but Markdown would continue the paragraph.
 */
final class IndentedAdmonitions {
  private final BodyText body;
  private final StringBuilder out;

  /** The indents of the open admonitions, the innermost first. */
  private final Deque<String> open = new ArrayDeque<>();

  private IndentedAdmonitions(BodyText body) {
    this.body = body;
    this.out = new StringBuilder(body.text().length() + 16);
  }

  /** The text of a body with such lines. */
  static String separated(BodyText body) {
    String text = body.text();
    return text.contains("!!!") || text.contains("???")
        ? new IndentedAdmonitions(body).separated()
        : text;
  }

  private String separated() {
    String text = body.text();
    boolean isTextAbove = false;
    for (int at = 0; at < text.length(); ) {
      int next = text.indexOf('\n', at) + 1;
      int end = next == 0 ? text.length() : next;
      String line = text.substring(at, end);
      int start = indent(line);
      boolean isBlank = line.substring(start).isBlank();
      boolean isOver = !isBlank && close(line);
      if (isOver && isTextAbove) {
        out.append(line.substring(0, start).stripTrailing()).append('\n');
      }
      boolean begins = !isBlank && begins(line.substring(start), at + start);
      if (begins) {
        open.push(line.substring(0, start));
      }
      isTextAbove = !isBlank && !begins;
      out.append(line);
      at = end;
    }
    return out.toString();
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && " \t>".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Closes the admonitions that a line ends, and says whether there are any. */
  private boolean close(String line) {
    boolean isOver = false;
    while (!open.isEmpty() && !isWithin(line, open.peek())) {
      open.pop();
      isOver = true;
    }
    return isOver;
  }

  private static boolean isWithin(String line, String prefix) {
    return line.startsWith(prefix)
        && (line.startsWith("    ", prefix.length()) || line.startsWith("\t", prefix.length()));
  }

  private boolean begins(String line, int at) {
    return "!?".indexOf(line.charAt(0)) >= 0
        && Admonitions.isIndented(line.strip())
        && !body.code().holds(at);
  }
}

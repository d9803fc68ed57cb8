package io.github.feedwright.text.comment;

import io.github.feedwright.text.PrefixedPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The comments in texts that are not read as Markdown: titles, names, summaries. */
public final class PlainComments {
  private static final PrefixedPattern TAG = PrefixedPattern.of("<", "[!?%]");
  private static final PrefixedPattern BRACE = PrefixedPattern.of("{", "\\s{0,100}+[:/#%]");

  private static final Set<String> TAG_ENDS = Set.of("?>", "%>", ">");

  private PlainComments() {}

  /** Whether a text may hold a comment, in any notation; most do not. */
  public static boolean mayBeIn(String text) {
    return TAG.isIn(text) || BRACE.isIn(text);
  }

  /** A text without any comment, in code or not. */
  public static String without(String text) {
    return without(text, in(text, false));
  }

  /** A title without comments; it may show one as code, and name the start of a tag. */
  public static String withoutInLine(String text) {
    return without(text, in(text, true));
  }

  /**
   * The end that a comment in a text lacks; null where none does.
   *
   * @param isLine whether it is a title
   */
  public static @Nullable String missingEnd(String text, boolean isLine) {
    Comment last = last(text, isLine);
    return last == null ? null : last.missing();
  }

  /** The last comment in a text of several lines, which may lack its end; null if none is there. */
  public static @Nullable Comment last(String text) {
    return last(text, false);
  }

  private static @Nullable Comment last(String text, boolean isLine) {
    List<Comment> all = in(text, isLine);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** The message for a comment without an end. */
  public static String unclosed(String end) {
    return "a comment has no end, so everything after it is hidden; write \""
        + end
        + "\" where"
        + " it ends";
  }

  private static String without(String text, List<Comment> comments) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (Comment each : comments) {
      out.append(text, at, each.start()).append(each.hides() ? "" : within(text, each));
      at = each.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  /** What kramdown would show as it is, without the comments in it. */
  private static String within(String text, Comment shown) {
    int inside = shown.start() + 1;
    return text.charAt(shown.start()) + without(text.substring(inside, shown.end()));
  }

  private static List<Comment> in(String text, boolean isLine) {
    List<Comment> all = new ArrayList<>();
    if (!mayBeIn(text)) {
      return all;
    }
    InlineCode code = InlineCode.in(isLine ? text : "");
    CommentScanner scanner = new CommentScanner(text, true);
    int at = 0;
    int from = 0;
    for (Comment each = scanner.next(0); each != null; each = scanner.next(from)) {
      int codeEnd = code.end(each.start(), at);
      if (codeEnd >= 0) {
        from = codeEnd;
      } else if (isLine && TAG_ENDS.contains(String.valueOf(each.missing()))) {
        from = each.start() + 1;
      } else {
        all.add(each);
        at = each.end();
        from = at;
      }
    }
    return all;
  }
}

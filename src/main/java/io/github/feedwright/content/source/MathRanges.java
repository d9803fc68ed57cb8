package io.github.feedwright.content.source;

import io.github.feedwright.content.markdown.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a text holds TeX, its delimiters included: {@code $…$}, {@code $$…$$}, {@code \\(…\\)},
 * {@code \\[…\\]} and environments, as MathJax and Pandoc take them.
 */
final class MathRanges {
  private static final int NONE = Integer.MAX_VALUE / 2;

  /** The maximum length of a formula on lines of its own. */
  private static final int ANYWHERE = NONE + 1;

  private static final Pattern AUTOLINK =
      Pattern.compile("<(?:[a-zA-Z][\\w+.-]{1,31}+:|[\\w.$+-]{1,64}+@)[^\\s<>]{0,2000}+>");

  private static final Pattern PARAGRAPH_END = Pattern.compile("\\n[ \\t>]*+(?=\\n)");

  /** An empty range marks where something was removed. */
  private static final Pattern COMMENT = Pattern.compile("<!--(?! -->)");

  private static final Pattern LINE_START = Pattern.compile("[ \\t>]*+");

  private final String text;
  private final CodeRanges code;
  private final Environments environments;

  // One search for all that begin before what it found: many starts would be quadratic.
  private final Map<String, Found> found = new HashMap<>();

  /**
   * The result of a search.
   *
   * @param from where it began
   * @param at the index of what was looked for
   */
  private record Found(int from, int at) {}

  private MathRanges(String text, CodeRanges code) {
    this.text = text;
    this.code = code;
    this.environments = new Environments(text);
  }

  /** The formulas outside of code and comments. */
  static List<TextRange> in(String text, CodeRanges code) {
    boolean mayHold = text.indexOf('$') >= 0 || text.indexOf('\\') >= 0;
    return mayHold ? new MathRanges(text, code).all() : List.of();
  }

  private List<TextRange> all() {
    List<TextRange> ranges = new ArrayList<>();
    int line = 0;
    for (int at = 0; at < text.length(); ) {
      char c = text.charAt(at);
      int next = at + 1;
      if (c == '\n') {
        line = next;
      } else if (c == '\\' || c == '$' || c == '<') {
        next = after(at, line, ranges);
        line = lineStart(at, next, line);
      }
      at = next;
    }
    return ranges;
  }

  /** The index after the construct at an index; a formula is recorded. */
  private int after(int at, int line, List<TextRange> ranges) {
    TextRange known = code.at(at);
    if (known != null) {
      return known.end();
    }
    if (text.charAt(at) == '<') {
      return text.startsWith("<!--", at)
          ? Math.min(next("-->", at + 2), text.length())
          : Math.max(tag(at), tagEnd(at));
    }
    int end = end(at, line);
    if (end > 0) {
      ranges.add(new TextRange(at, end));
      return end;
    }
    return text.startsWith("$$", at) || text.charAt(at) == '\\' ? at + 2 : at + 1;
  }

  /** The index after an address between angle brackets, which shows its characters as they are. */
  private int tag(int at) {
    Matcher link = AUTOLINK.matcher(text).region(at, text.length());
    return link.lookingAt() ? link.end() : at + 1;
  }

  /** The end of the tag that begins at an index, in whose attributes no TeX begins, or 0. */
  private int tagEnd(int start) {
    Matcher tag = TexTags.TAG.matcher(text).region(start, text.length());
    return tag.lookingAt() ? tag.end() : 0;
  }

  private int lineStart(int from, int to, int line) {
    for (int at = Math.min(to, text.length()) - 1; at >= from; at--) {
      if (text.charAt(at) == '\n') {
        return at + 1;
      }
    }
    return line;
  }

  /** The index after the TeX that begins at an index of a line, or 0. */
  private int end(int start, int line) {
    if (text.startsWith("\\(", start)) {
      return within(start, 2, "\\)", paragraphEnd(start));
    }
    if (text.startsWith("\\[", start)) {
      return within(start, 2, "\\]", displayEnd(start, line));
    }
    if (text.startsWith("$$", start)) {
      return within(start, 2, "$$", displayEnd(start, line));
    }
    if (text.charAt(start) == '$') {
      boolean opens = start + 1 < text.length() && !isBlank(text.charAt(start + 1));
      return opens ? within(start, 1, "$", paragraphEnd(start)) : 0;
    }
    int end = environments.end(start);
    return comment(start) >= end && mayHoldTags(start, end, "") ? end : 0;
  }

  private int within(int start, int opening, String close, int limit) {
    int at = next(close, start + opening);
    if (at > limit || at == NONE || at == start + opening) {
      return 0;
    }
    // Comments and code are not TeX, except lines that only an indent makes look like code.
    boolean isPlain = comment(start) > at && (limit == ANYWHERE || !code.overlaps(start, at));
    return isPlain && mayHoldTags(start, at, close) ? at + close.length() : 0;
  }

  /**
   * Within a line, a tag shows that it is no formula; a formula on its own lines may hold elements.
   */
  private boolean mayHoldTags(int start, int end, String close) {
    boolean isInline = close.equals("$") || close.equals("\\)");
    int tag = known("<", start, TexTags.TAG);
    while (!isInline && tag < end && tagEnd(tag) <= end) {
      tag = known("<", tagEnd(tag), TexTags.TAG);
    }
    return tag >= end;
  }

  /** A formula on lines of its own may contain blank lines. */
  private int displayEnd(int start, int line) {
    boolean isAlone = LINE_START.matcher(text).region(line, start).matches();
    return isAlone ? ANYWHERE : paragraphEnd(start);
  }

  private int paragraphEnd(int from) {
    return known("", from, PARAGRAPH_END);
  }

  private int comment(int from) {
    return known("<!--", from, COMMENT);
  }

  private int next(String wanted, int from) {
    return known(wanted, from, null);
  }

  private int known(String wanted, int from, @Nullable Pattern pattern) {
    Found known = found.get(wanted);
    if (known == null || from < known.from() || from > known.at()) {
      int at = pattern == null ? search(wanted, from) : search(pattern, from);
      known = new Found(from, at);
      found.put(wanted, known);
    }
    return known.at();
  }

  private int search(Pattern pattern, int from) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find(from) ? matcher.start() : NONE;
  }

  private int search(String wanted, int from) {
    int at = text.indexOf(wanted, from);
    while (at >= 0 && !closes(wanted, at)) {
      at = text.indexOf(wanted, at + 1);
    }
    return at < 0 ? NONE : at;
  }

  /** Whether a formula ends here: a dollar after a space or before a digit is money. */
  private boolean closes(String close, int at) {
    if (!close.startsWith("-") && isEscaped(at)) {
      return false;
    }
    int after = at + 1;
    return !close.equals("$")
        || !(isBlank(text.charAt(at - 1))
            || text.charAt(at - 1) == '$'
            || text.startsWith("$", after)
            || (after < text.length() && Character.isDigit(text.charAt(after))));
  }

  private boolean isEscaped(int index) {
    int at = index;
    while (at > 0 && text.charAt(at - 1) == '\\') {
      at--;
    }
    return (index - at) % 2 == 1;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }
}

package io.github.feedwright.post.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Markdown with components (MDX), read as Markdown: what begins with {@code import} or {@code
 * export} is dropped, and so are expressions in braces and the tags of components, whose text is
 * kept. Code stays as it is. Every line keeps its number.
 */
final class Mdx {
  private static final Pattern MODULE =
      Pattern.compile(
          "import\\s+(?:[\\w*{][^\"'\\n]{0,500}\\bfrom\\s*)?[\"'].*|(?:import|export)\\s*[{*].*"
              + "|export\\s+(?:default|const|let|var|function|async|class|type|interface)\\b.*");

  /** What comes before the expression that is the value of an attribute. */
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s[\\w:-]{1,50}=$");

  /** An expression that is a number or holds one text, as in {@code require("./a.png")}. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "\\{\\s*(?:(\\d[\\w.%]*)|(?:require\\(\\s*)?[\"']([^\"']*)[\"'](?:\\s*\\)(?:\\.default)?)?)\\s*\\}");

  /** An expression that only shows a text, such as a blank. */
  private static final Pattern WORDS =
      Pattern.compile("\\{\\s*([\"'`])([^\"'`{}<>\\\\\\n]*)\\1\\s*\\}");

  private static final Pattern CAPTION = Pattern.compile("<(?:summary|figcaption)(?=[\\s>])");

  /** Of a line with such an element; one that is indented further would be code. */
  private static final Pattern START = Pattern.compile(" {0,3}(?:<.*)?");

  private static final int LONGEST_START = 200;

  private static final Pattern FIELDS =
      Pattern.compile(
          "(?m)^export\\s+(?:const|let|var)\\s+(?i:meta|metadata|frontmatter|attributes)\\s*=");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
  private static final Pattern HEADING_ID = Pattern.compile("\\{#[\\w-]+\\}");
  private static final Pattern COMPONENT = Pattern.compile("</?(?:[A-Z][\\w.]*|>)|<>");

  /** Of what is not blank, so much must be left, or the post consists of programs. */
  private static final double LEAST = 0.5;

  private final String text;
  private final JsxEnds jsx;
  private final StringBuilder out = new StringBuilder();

  /** The only tags that go; null if everything of MDX is read. */
  private final @Nullable JsxTags only;

  private Mdx(String text, boolean isWhole) {
    this.text = text;
    this.jsx = new JsxEnds(text);
    this.only = isWhole ? null : new JsxTags(text, jsx);
  }

  /** The Markdown of a body. */
  static String markdown(String body) {
    return new Mdx(MdxIndents.removed(body), true).read();
  }

  /**
   * Markdown of a generator that has no components, without the tags that can be nothing else:
   * those with an expression, and those whose name has a dot and that are closed.
   */
  static String withoutTags(String body) {
    return JsxTags.mayBeIn(body) ? new Mdx(body, false).read() : body;
  }

  /** Whether a text states the fields of its post in JavaScript. */
  static boolean hasFields(String text) {
    return FIELDS.matcher(text).find();
  }

  /** Whether most of a body is gone. */
  static boolean isMostlyGone(String body, String markdown) {
    return visible(markdown) < visible(body) * LEAST;
  }

  private static long visible(String text) {
    return text.chars().filter(c -> !Character.isWhitespace(c)).count();
  }

  private String read() {
    boolean isModuleAllowed = true;
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(at);
      String line = text.substring(at, end);
      Matcher fence = FENCE.matcher(line);
      boolean isModule = only == null && isModuleAllowed && MODULE.matcher(line).matches();
      if (fence.matches()) {
        at = copy(at, endOfFence(fence.group(1), end));
      } else if (isCode(line, isModuleAllowed)) {
        at = copy(at, end);
      } else {
        at = isModule ? drop(at, endOfModule(at)) : inline(at, end);
      }
      isModuleAllowed = isModule || line.isBlank() || isCode(line, isModuleAllowed);
      at = at < text.length() ? copy(at, at + 1) : at;
    }
    return out.toString();
  }

  /** Whether a line is indented code, which MDX does not have. */
  private boolean isCode(String line, boolean isAfterBlank) {
    return only != null && isAfterBlank && (line.startsWith("    ") || line.startsWith("\t"));
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** The end of the line that closes a block of code, or of the text. */
  private int endOfFence(String open, int lineEnd) {
    for (int start = lineEnd + 1; start < text.length(); start = lineEnd(start) + 1) {
      String line = text.substring(start, lineEnd(start)).strip();
      if (line.startsWith(open) && line.chars().allMatch(c -> c == open.charAt(0))) {
        return lineEnd(start);
      }
    }
    return text.length();
  }

  /** Imports and exports end at a blank line, but not within brackets. */
  private int endOfModule(int begin) {
    int depth = 0;
    int end = begin;
    int last = Math.min(text.length(), begin + JsxEnds.LONGEST);
    for (int start = begin; start < last; start = end + 1) {
      end = lineEnd(start);
      String line = text.substring(start, end);
      if (line.isBlank() && depth <= 0 && start > begin) {
        return start - 1;
      }
      for (int each = 0; each < line.length(); each++) {
        depth += "{([".indexOf(line.charAt(each)) >= 0 ? 1 : 0;
        depth -= "})]".indexOf(line.charAt(each)) >= 0 ? 1 : 0;
      }
    }
    return depth > 0 ? lineEnd(begin) : end;
  }

  /** Text of one line, and whatever begins on it. */
  private int inline(int begin, int firstEnd) {
    int at = begin;
    int lineEnd = firstEnd;
    while (at < lineEnd) {
      char sign = text.charAt(at);
      if (sign == '\\') {
        at = copy(at, Math.min(at + 2, lineEnd));
      } else if (sign == '`') {
        at = copy(at, endOfCode(at, lineEnd));
      } else if (only == null && sign == '{' && !isHeadingId(at)) {
        at = expression(at, jsx.endOfBraces(at));
      } else if (only == null && sign == '<' && isCaption(at)) {
        at = caption(at);
      } else if (sign == '<' && isTag(at)) {
        at = component(at, jsx.endOfTag(at));
      } else {
        at = copy(at, at + 1);
      }
      lineEnd = at > lineEnd ? lineEnd(at) : lineEnd;
    }
    return at;
  }

  /** Whether a heading's id begins, {@code {#id}}, which is no expression in JavaScript. */
  private boolean isHeadingId(int at) {
    return HEADING_ID.matcher(text).region(at, text.length()).lookingAt();
  }

  private boolean isTag(int at) {
    return only == null
        ? COMPONENT.matcher(text).region(at, text.length()).lookingAt()
        : only.isAt(at);
  }

  /** The end of a span of code that ends on the same line; else of its marks. */
  private int endOfCode(int at, int lineEnd) {
    int marks = at;
    while (marks < lineEnd && text.charAt(marks) == '`') {
      marks++;
    }
    int close = text.indexOf(text.substring(at, marks), marks);
    return close < 0 || close > lineEnd ? marks : close + marks - at;
  }

  /** Drops the tag of a component, but not the label of a tab. */
  private int component(int at, int end) {
    if (end >= 0) {
      out.append(TabLabel.of(text.substring(at, end)));
    }
    return dropTo(at, end);
  }

  /** Whether an element of HTML begins that has text, which MDX reads as Markdown. */
  private boolean isCaption(int at) {
    String before = out.substring(Math.max(0, out.length() - LONGEST_START));
    String line = before.substring(before.lastIndexOf('\n') + 1);
    return line.length() < LONGEST_START
        && START.matcher(line).matches()
        && CAPTION.matcher(text).region(at, text.length()).lookingAt();
  }

  private int caption(int at) {
    int end = at + (text.startsWith("summary", at + 1) ? "<summary" : "<figcaption").length();
    copy(at, end);
    out.append(" markdown=\"1\"");
    return end;
  }

  /** Drops an expression; of an attribute, with its name, unless its value is written in it. */
  private int expression(int at, int end) {
    Matcher attribute = ATTRIBUTE.matcher(out).region(Math.max(0, out.length() - 60), out.length());
    if (end < 0 || !attribute.find()) {
      Matcher words = WORDS.matcher(text).region(at, Math.max(at, end));
      out.append(words.matches() ? words.group(2) : "");
      return dropTo(at, end);
    }
    Matcher literal = LITERAL.matcher(text).region(at, end);
    if (!literal.matches()) {
      out.setLength(attribute.start());
    } else {
      String value = literal.group(1) == null ? literal.group(2) : literal.group(1);
      out.append('"').append(value).append('"');
    }
    return drop(at, end);
  }

  private int dropTo(int at, int end) {
    return end < 0 ? copy(at, at + 1) : drop(at, end);
  }

  private int copy(int from, int to) {
    out.append(text, from, to);
    return to;
  }

  /** Drops everything but line ends. */
  private int drop(int from, int to) {
    text.substring(from, to).chars().filter(c -> c == '\n').forEach(c -> out.append('\n'));
    return to;
  }
}

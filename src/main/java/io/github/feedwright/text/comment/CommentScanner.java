package io.github.feedwright.text.comment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the comments in a Markdown text, in every notation: HTML, kramdown, MDX, template
 * languages. It does not know about code.
 */
public final class CommentScanner {
  private static final Pattern OPEN =
      Pattern.compile(
          "<!(?:--|(?=[a-zA-Z]))|<\\?(?=[a-zA-Z])|<%#|\\{:(?:/|:\\w)|\\{\\{/\\*"
              + "|\\{\\s{0,100}+/[*/]|\\{#|\\{%");

  /** Nunjucks; without a blank, it could be the attribute list of a heading. */
  private static final Pattern NUNJUCKS = Pattern.compile("\\{#(?:[\\s-]|[^{}\\n]{0,500}#\\})");

  /** One of Nunjucks without an end is not closed as if it were something else. */
  private static final Pattern UNCLOSED = Pattern.compile("\\{#\\s(?![^}\\n]{0,500}+\\})");

  private static final Pattern BLANKS = Pattern.compile("\\s{0,100}+");

  /** Lines of JavaScript that are comments, and the brace that must stand below them. */
  private static final Pattern LINES =
      Pattern.compile("\\{(?:\\s{0,100}+//[^\\n]{0,1000}+\\n){1,50}+\\s{0,100}+\\}");

  /** So many comments of JavaScript may stand between two braces. */
  private static final int MOST_IN_BRACES = 50;

  private static final Pattern LIQUID = Pattern.compile("\\{%-?\\s*+(?:comment\\b|#)");

  /** Without an end, Liquid takes it for a mistake, and others for text. */
  private static final Pattern LIQUID_LINE = Pattern.compile("\\{%-?\\s*+#");

  private final String text;
  private final boolean liquid;
  private final EndSearch ends;
  private final TagScanner tags;

  /**
   * A scanner of a text.
   *
   * @param liquid whether Liquid's comments count: after the template tags are expanded, they are
   *     plain text
   */
  public CommentScanner(String text, boolean liquid) {
    this.text = text;
    this.liquid = liquid;
    this.ends = new EndSearch(text);
    this.tags = new TagScanner(text);
  }

  /** The first comment at or after an index, or null. */
  public @Nullable Comment next(int from) {
    Matcher open = OPEN.matcher(text);
    int at = from;
    while (open.find(at)) {
      Comment comment = isEscaped(open.start()) ? null : at(open.start());
      if (comment != null) {
        return comment;
      }
      at = open.start() + 1;
    }
    return null;
  }

  private @Nullable Comment at(int start) {
    return switch (text.substring(start, start + 2)) {
      case "<!" -> text.startsWith("<!--", start) ? html(start) : declaration(start);
      case "<?" -> instruction(start);
      case "<%" -> until("%>", start);
      case "{{" -> go(start);
      case "{:" -> KramdownExtension.at(text, start, ends);
      case "{#" -> looksLike(NUNJUCKS, start) ? nunjucks(start) : null;
      case "{%" -> liquid && looksLike(LIQUID, start) ? liquid(start) : null;
      default -> mdx(start);
    };
  }

  /** As in a browser: {@code <!-->} is a complete comment, and {@code --!>} ends one too. */
  private Comment html(int start) {
    int usual = ends.next("-->", start + 2) + "-->".length();
    int mistaken = ends.next("--!>", start + 4) + "--!>".length();
    int end = Math.min(usual, mistaken);
    return end < EndSearch.NONE
        ? new Comment(start, end, Comment.EMPTY, null)
        : Comment.unclosed(text, start, "-->");
  }

  /** A declaration of HTML (CommonMark 0.31, section 6.6), which browsers take for a comment. */
  private @Nullable Comment declaration(int start) {
    int end = ends.next(">", start);
    boolean isBlock = Comment.isAtLineStart(text, start);
    if (end == EndSearch.NONE) {
      return isBlock ? Comment.unclosed(text, start, ">") : null;
    }
    boolean isWithin = isBlock || ends.next("\n\n", start) > end;
    return isWithin ? Comment.of(text, start, end + 1) : null;
  }

  /** A tag without its question mark is none of PHP's. */
  private @Nullable Comment instruction(int start) {
    Comment comment = until("?>", start);
    int tag = ends.next(">", start);
    return comment.missing() == null || tag == EndSearch.NONE ? comment : null;
  }

  private @Nullable Comment nunjucks(int start) {
    Comment comment = until("#}", start);
    return comment.missing() == null || looksLike(UNCLOSED, start) ? comment : null;
  }

  /** A comment of Go's templates, which Hugo has. */
  private @Nullable Comment go(int start) {
    int end = ends.next("*/}}", start);
    return end == EndSearch.NONE ? null : Comment.of(text, start, end + "*/}}".length());
  }

  /** Braces that hold nothing else than comments of JavaScript. */
  private @Nullable Comment mdx(int start) {
    Matcher lines = LINES.matcher(text).region(start, text.length());
    if (lines.lookingAt()) {
      return Comment.of(text, start, lines.end());
    }
    int at = blanks(start + 1);
    for (int i = 0; i < MOST_IN_BRACES && text.startsWith("/*", at); i++) {
      int end = ends.next("*/", at + 2);
      if (end == EndSearch.NONE) {
        return Comment.unclosed(text, start, "*/}");
      }
      at = blanks(end + 2);
    }
    return text.startsWith("}", at) ? Comment.of(text, start, at + 1) : null;
  }

  private int blanks(int from) {
    Matcher blanks = BLANKS.matcher(text).region(from, text.length());
    return blanks.lookingAt() ? blanks.end() : from;
  }

  private Comment until(String close, int start) {
    int end = ends.next(close, start + 2);
    return end == EndSearch.NONE
        ? Comment.unclosed(text, start, close)
        : Comment.of(text, start, end + close.length());
  }

  private @Nullable Comment liquid(int start) {
    Tag tag = tags.next(start);
    if (looksLike(LIQUID_LINE, start)) {
      return tag != null && tag.start() == start && tag.is(Tag.COMMENT)
          ? Comment.of(text, start, tag.end())
          : null;
    }
    Tag end = tag == null ? null : tags.endOfNested(tag);
    return end == null
        ? Comment.unclosed(text, start, "{% endcomment %}")
        : Comment.of(text, start, end.end());
  }

  private boolean looksLike(Pattern pattern, int start) {
    return pattern.matcher(text).region(start, text.length()).lookingAt();
  }

  private boolean isEscaped(int start) {
    int at = start;
    while (at > 0 && text.charAt(at - 1) == '\\') {
      at--;
    }
    return (start - at) % 2 == 1;
  }
}

package io.github.feedwright.content.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the comments in a Markdown text, in every notation: HTML, kramdown, MDX, template
 * languages. It does not know about code.
 */
final class CommentScanner {
  private static final Pattern OPEN =
      Pattern.compile("<!--|<\\?(?=[a-zA-Z])|<%#|\\{:(?:/|:\\w)|\\{/\\*|\\{#|\\{%");

  /** Nunjucks; without a blank, it could be the attribute list of a heading. */
  private static final Pattern NUNJUCKS = Pattern.compile("\\{#(?:[\\s-]|[^{}\\n]{0,500}#\\})");

  private static final Pattern LIQUID = Pattern.compile("\\{%-?\\s*+comment\\b");

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
  CommentScanner(String text, boolean liquid) {
    this.text = text;
    this.liquid = liquid;
    this.ends = new EndSearch(text);
    this.tags = new TagScanner(text);
  }

  /** The first comment at or after an index, or null. */
  @Nullable Comment next(int from) {
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
      case "<!" -> html(start);
      case "<?" -> until("?>", start);
      case "<%" -> until("%>", start);
      case "{/" -> until("*/}", start);
      case "{#" -> looksLike(NUNJUCKS, start) ? until("#}", start) : null;
      case "{%" -> liquid && looksLike(LIQUID, start) ? liquid(start) : null;
      default -> KramdownExtension.at(text, start, ends);
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

  private @Nullable Comment until(String close, int start) {
    int end = ends.next(close, start + 2);
    return end == EndSearch.NONE ? null : Comment.of(text, start, end + close.length());
  }

  private Comment liquid(int start) {
    Tag tag = tags.next(start);
    Tag end = tag == null ? null : tags.endOfComment(tag);
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

package io.github.feedwright.content.dialect;

import io.github.feedwright.content.markdown.TextRange;
import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.source.CodeRanges;
import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.content.source.Excerpt;
import io.github.feedwright.text.comment.Comment;
import io.github.feedwright.text.comment.CommentScanner;
import io.github.feedwright.text.comment.PlainComments;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The comments in a body, which only its author should see: Markdown would show HTML comments that
 * cross paragraphs or cells, and those in other notations.
 */
public final class Comments {
  /** What Markdown itself recognises as a comment anywhere. */
  private static final Pattern PLAIN =
      Pattern.compile("<!--(?!-?>)(?:[^-|`\\n]|-(?!-)){0,500}+-->");

  private static final int SHOWN = 80;

  /** Longer comments are neither separators nor plain; searching them repeatedly is quadratic. */
  private static final int LONGEST = 1000;

  private final String text;
  private final TreeMap<Integer, Comment> comments;

  private Comments(String text, List<Comment> comments) {
    this.text = text;
    this.comments =
        comments.stream()
            .collect(Collectors.toMap(Comment::start, each -> each, (a, b) -> a, TreeMap::new));
  }

  /** The comments of a body without comments. */
  public static Comments none(BodyText body) {
    return new Comments(body.text(), List.of());
  }

  /** The comments of a body before its template tags are expanded, including Liquid's. */
  public static Comments ofTemplate(BodyText body) {
    return of(body, true, each -> false);
  }

  /**
   * The comments of a body after its template tags were expanded, except the separators of its
   * excerpt.
   *
   * @param separator the post's own separator, or null for the usual separators
   */
  public static Comments of(BodyText body, @Nullable String separator) {
    String own = separator == null || separator.isEmpty() ? null : separator;
    // In TeX, nothing is left to Markdown.
    return of(body, false, comment -> isSimple(comment, own, !body.hasMath()));
  }

  private static Comments of(BodyText body, boolean liquid, Predicate<String> stays) {
    if (!body.isMarkdown()) {
      return new Comments(body.text(), ofHtml(body.text()));
    }
    boolean mayHold = PlainComments.mayBeIn(body.text());
    return new Comments(body.text(), mayHold ? found(body, liquid, stays) : List.of());
  }

  /** In HTML, only comments without an end: the cleaner removes all others. */
  private static List<Comment> ofHtml(String html) {
    int closed = Math.max(html.lastIndexOf("-->"), html.lastIndexOf("--!>"));
    int start = html.indexOf("<!--", closed);
    return start < 0 ? List.of() : List.of(Comment.unclosed(html, start, "-->"));
  }

  /** The end of the comment that the character at an index is in, or -1. */
  public int end(int index) {
    var before = comments.floorEntry(index);
    return before != null && index < before.getValue().end() ? before.getValue().end() : -1;
  }

  /** The text without them. */
  public String without(ContentProblems problems) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Comment each : comments.values()) {
      out.append(text, at, each.start()).append(each.instead());
      at = each.end();
      report(each, problems);
    }
    return at == 0 ? text : out.append(text, at, text.length()).toString();
  }

  private void report(Comment comment, ContentProblems problems) {
    if (comment.missing() != null) {
      int end = Math.min(comment.start() + SHOWN, text.length());
      String start = text.substring(comment.start(), end);
      problems.of(Pattern.compile(Pattern.quote(start)), PlainComments.unclosed(comment.missing()));
    }
  }

  private static List<Comment> found(BodyText body, boolean liquid, Predicate<String> stays) {
    List<Comment> all = new ArrayList<>();
    BodyText at = body;
    int moved = 0;
    int end = 0;
    CommentScanner scanner = new CommentScanner(at.text(), liquid);
    RawElements raw = RawElements.in(at);
    Comment comment = scanner.next(0);
    while (comment != null) {
      int next = comment.start() + 1;
      boolean isShort = comment.end() - comment.start() <= LONGEST;
      if (isShort && stays.test(at.text().substring(comment.start(), comment.end()))) {
        next = comment.end();
      } else if (!isCode(at, comment) && !isRaw(at, comment, raw, end)) {
        all.add(comment.moved(moved));
        next = comment.end();
        if (holdsStartOfCode(at, comment)) {
          // Without the comment, the following text may no longer be code, or be other code.
          String text = at.text();
          at =
              at.with(
                  text.substring(0, comment.start())
                      + comment.instead()
                      + text.substring(comment.end()));
          next = comment.start() + comment.instead().length();
          moved += comment.end() - next;
          scanner = new CommentScanner(at.text(), liquid);
          raw = RawElements.in(at);
        }
        end = next;
      }
      comment = scanner.next(next);
    }
    return all;
  }

  /**
   * Whether a comment stays unchanged, in code or not: finding out whether it is code costs a
   * parse.
   */
  private static boolean isSimple(String comment, @Nullable String separator, boolean mayStay) {
    boolean isSeparator =
        separator == null ? Excerpt.isSeparator(comment) : separator.contains(comment);
    boolean holdsOne = separator == null ? Excerpt.holds(comment) : comment.contains(separator);
    return isSeparator || (mayStay && !holdsOne && PLAIN.matcher(comment).matches());
  }

  private static boolean isCode(BodyText at, Comment comment) {
    CodeRanges code = at.code();
    return at.text().startsWith("<!", comment.start())
        ? code.isLiteral(comment.start())
        : code.holds(comment.start()) && !isInTex(code, comment);
  }

  /** Liquid also reads comments in style sheets and scripts. */
  private static boolean isRaw(BodyText at, Comment comment, RawElements raw, int from) {
    return !at.text().startsWith("{%", comment.start()) && raw.holds(comment.start(), from);
  }

  /** A formula does not show comments as code does, but has braces of its own. */
  private static boolean isInTex(CodeRanges code, Comment comment) {
    return code.isTex(comment.start()) && !"#}".equals(comment.missing());
  }

  private static boolean holdsStartOfCode(BodyText at, Comment comment) {
    TextRange code = at.code().at(comment.end());
    return code != null && code.start() < comment.end();
  }
}

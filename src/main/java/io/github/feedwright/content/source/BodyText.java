package io.github.feedwright.content.source;

import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.content.limit.CountedText;
import io.github.feedwright.content.markdown.MarkdownRenderer;
import io.github.feedwright.content.markdown.TextRange;
import io.github.feedwright.post.Body;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body's text: which parts are code, and which line of the file an index is on.
 *
 * <p>Threads: only the one that renders the post, such as {@code render}; what it holds is atomic
 * because fields of this package are final.
 */
public final class BodyText {
  private static final Pattern PARAGRAPH_END = Pattern.compile("\\n[ \\t]*\\n");

  private final Body body;
  private final String text;
  private final MarkdownRenderer markdown;
  private final Budget budget;

  // Most posts never need it, and it costs a parse.
  private final AtomicReference<@Nullable CodeRanges> code = new AtomicReference<>();

  /**
   * A body as its author wrote it.
   *
   * @param budget for all work on it
   */
  public BodyText(Body body, MarkdownRenderer markdown, Budget budget) {
    this(body, body.text(), markdown, budget);
  }

  private BodyText(Body body, String text, MarkdownRenderer markdown, Budget budget) {
    this.body = body;
    this.text = text;
    this.markdown = markdown;
    this.budget = budget;
  }

  public String text() {
    return text;
  }

  /** The text, counted: for patterns that may read parts of it again and again. */
  public CharSequence counted() {
    return new CountedText(text(), budget);
  }

  public Budget budget() {
    return budget;
  }

  public boolean isMarkdown() {
    return body.markup() == Body.Markup.MARKDOWN;
  }

  /** Whether TeX must be protected from Markdown; HTML leaves it alone anyway. */
  public boolean hasMath() {
    return isMarkdown() && Boolean.TRUE.equals(body.math());
  }

  /** Whether the text may contain HTML, well-formed or not. */
  public boolean hasTags() {
    return !isMarkdown() || text().indexOf('<') >= 0;
  }

  /** The same body with another text. */
  public BodyText with(String other) {
    return other.equals(text) ? this : new BodyText(body, other, markdown, budget);
  }

  /** The ranges of the text that are code. */
  public CodeRanges code() {
    CodeRanges known = code.get();
    if (known == null) {
      List<TextRange> parsed = isMarkdown() ? markdown.code(text(), budget) : List.of();
      known = CodeRanges.of(counted(), parsed, hasMath());
      code.set(known);
    }
    return known;
  }

  /**
   * The ranges of code up to the end of the paragraph that contains an index: enough for that
   * index, and cheaper than parsing everything.
   */
  CodeRanges codeAround(int index) {
    Matcher end = PARAGRAPH_END.matcher(text()).region(index, text().length());
    String lead = end.find() ? text().substring(0, end.start()) : text();
    return CodeRanges.of(counted(), isMarkdown() ? markdown.code(lead, budget) : List.of(), false);
  }

  /** The line of the file with the character at the index. */
  int line(int index) {
    return body.line() + (int) text().chars().limit(index).filter(c -> c == '\n').count();
  }

  /** The text as HTML that is not yet clean. */
  public String html() {
    return isMarkdown() ? markdown.render(text(), budget) : text();
  }
}

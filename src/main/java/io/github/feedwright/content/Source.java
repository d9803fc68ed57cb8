package io.github.feedwright.content;

import io.github.feedwright.post.Body;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A body's text: what in it is code, and on which line of the file an index lies. */
final class Source {
  private final Body body;
  private final MarkdownRenderer markdown;
  private final BooleanSupplier expired;

  // Most posts never ask, and the answer costs a parse.
  private final AtomicReference<@Nullable CodeRanges> code = new AtomicReference<>();

  Source(Body body, MarkdownRenderer markdown, BooleanSupplier expired) {
    this.body = body;
    this.markdown = markdown;
    this.expired = expired;
  }

  String text() {
    return body.text();
  }

  boolean isMarkdown() {
    return body.markup() == Body.Markup.MARKDOWN;
  }

  /** The same body with another text. */
  Source with(String text) {
    return new Source(new Body(text, body.markup(), body.line()), markdown, expired);
  }

  /** Where the text holds code. */
  CodeRanges code() {
    CodeRanges known = code.get();
    if (known == null) {
      known = CodeRanges.of(text(), isMarkdown() ? markdown.code(text(), budget()) : List.of());
      code.set(known);
    }
    return known;
  }

  /** The line of the file on which the character at the index stands. */
  int line(int index) {
    return body.line() + (int) text().chars().limit(index).filter(c -> c == '\n').count();
  }

  private Budget budget() {
    return new Budget(text().length(), expired);
  }

  /** The text as HTML that is not yet clean. */
  String html(long limit) {
    return isMarkdown() ? markdown.render(text(), limit, budget()) : text();
  }
}

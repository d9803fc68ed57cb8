package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** An HTML element whose content is Markdown. */
final class MarkdownElement extends Block {
  private final String start;
  private final boolean isParagraph;
  private final StringBuilder end = new StringBuilder();

  /**
   * Such an element.
   *
   * @param chars its start tag as it was written
   * @param start its start tag as it is published
   * @param isParagraph whether its content is a paragraph
   */
  MarkdownElement(BasedSequence chars, String start, boolean isParagraph) {
    super(chars);
    this.start = start;
    this.isParagraph = isParagraph;
  }

  String start() {
    return start;
  }

  boolean isParagraph() {
    return isParagraph;
  }

  /** What stands behind its content, unchanged: its end tag, if it was on the same lines. */
  String end() {
    return end.toString();
  }

  void append(String rest) {
    end.append(rest);
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}

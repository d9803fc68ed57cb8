package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** The first line of an admonition: its title, or what kind it is. */
final class AdmonitionLabel extends Block {
  private final String kind;

  /**
   * A label.
   *
   * @param line the characters that it was written as
   * @param kind the words for its kind, for one without a title
   */
  AdmonitionLabel(BasedSequence line, String kind) {
    super(line);
    this.kind = kind;
  }

  String kind() {
    return kind;
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}

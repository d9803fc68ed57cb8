package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** A line that shows nothing: the end of an admonition, or one of its options. */
final class HiddenLine extends Block {
  HiddenLine(BasedSequence line) {
    super(line);
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}

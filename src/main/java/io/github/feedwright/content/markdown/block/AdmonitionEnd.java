package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** The line that ends an admonition, which shows nothing. */
final class AdmonitionEnd extends Block {
  AdmonitionEnd(BasedSequence line) {
    super(line);
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}

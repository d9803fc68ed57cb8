package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Map;

/** A container that other generators show as a coloured box: here, a block quote with a label. */
final class Admonition extends Block {
  private final boolean isQuote;
  private final Map<String, String> attributes;

  /**
   * An admonition.
   *
   * @param opening the characters that begin it
   * @param isQuote whether it has a meaning, and not only a class for style sheets
   */
  Admonition(BasedSequence opening, boolean isQuote) {
    super(opening);
    this.isQuote = isQuote;
    this.attributes = HidingAttributes.in(opening);
  }

  boolean isQuote() {
    return isQuote;
  }

  /** What may hide it. */
  Map<String, String> attributes() {
    return attributes;
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}

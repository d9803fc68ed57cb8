package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.util.ast.BlockContent;
import io.github.feedwright.content.limit.CountedText;
import io.github.feedwright.content.markdown.block.BlockStarts;
import org.jspecify.annotations.Nullable;

/**
 * Charges for the lines of a paragraph. At each line the heading parser copies all lines before it
 * without reading a character: {@code #a} on 20,000 lines would take a minute.
 */
final class BoundedParagraphs extends BlockStarts {
  /** The cost of copying one line, in characters read. */
  private static final int PER_LINE = 20;

  BoundedParagraphs() {
    super(HeadingParser.Factory.class);
  }

  @Override
  protected @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    BlockContent content = matched.getBlockParser().getBlockContent();
    if (content != null && state.getLine().getBase() instanceof CountedText text) {
      text.budget().spend((long) PER_LINE * content.getLineCount());
    }
    return BlockStart.none();
  }
}

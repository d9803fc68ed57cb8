package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/** A block of one line. */
final class LineParser extends AbstractBlockParser {
  private final Block block;
  private final @Nullable BasedSequence text;

  /**
   * Such a block.
   *
   * @param text what of the line is Markdown, or null
   */
  LineParser(Block block, @Nullable BasedSequence text) {
    this.block = block;
    this.text = text;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return BlockContinue.none();
  }

  @Override
  public void closeBlock(ParserState state) {}

  @Override
  public void parseInlines(InlineParser inlineParser) {
    if (text != null && !text.isEmpty()) {
      inlineParser.parse(text, block);
    }
  }
}

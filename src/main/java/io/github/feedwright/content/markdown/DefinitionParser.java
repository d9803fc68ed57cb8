package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;

/**
 * Reads the blocks of a definition, as far as they are indented. Its paragraph may continue below
 * it without that; headings, lists and rules may not.
 */
final class DefinitionParser extends AbstractBlockParser {
  private final DefinitionItem block;
  private final int indent;

  /**
   * A parser of one definition.
   *
   * @param indent how far its lines are indented, in columns
   */
  DefinitionParser(DefinitionItem block, int indent) {
    this.block = block;
    this.indent = indent;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(ParserState state, BlockParser parser, Block child) {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (!state.isBlank()) {
      return state.getIndent() >= indent
          ? BlockContinue.atColumn(state.getColumn() + indent)
          : BlockContinue.none();
    }
    Node first = block.getFirstChild();
    if (first == null || first.getNext() == null) {
      block.setHadBlankAfterItemParagraph(true);
    }
    return BlockContinue.atIndex(state.getNextNonSpaceIndex());
  }

  @Override
  public void closeBlock(ParserState state) {
    block.setCharsFromContent();
  }
}

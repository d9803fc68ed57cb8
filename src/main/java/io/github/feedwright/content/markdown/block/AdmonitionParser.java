package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the blocks of an admonition, up to its fence or as far as they are indented. */
final class AdmonitionParser extends AbstractBlockParser {
  private static final int INDENT = 4;

  private static final Pattern OPTION = Pattern.compile(":[a-z][\\w-]{0,40}+:(?=\\s|$)");

  private final Admonition block;
  private final boolean isFenced;
  private final boolean hasOptions;

  AdmonitionParser(BasedSequence opening, AdmonitionStart start) {
    this.block = new Admonition(opening, start.kind() != null);
    this.isFenced = start.isFenced();
    this.hasOptions = start.hasOptions();
  }

  /** Whether a line is a fence that ends an admonition. */
  static boolean isEnd(ParserState state) {
    BasedSequence line = state.getLine();
    int start = state.getNextNonSpaceIndex();
    int end = start;
    while (end < line.length() && line.charAt(end) == ':') {
      end++;
    }
    return state.getIndent() < INDENT && end - start >= 3 && line.subSequence(end).isBlank();
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
    if (!isFenced) {
      return state.isBlank()
          ? BlockContinue.atIndex(state.getNextNonSpaceIndex())
          : state.getIndent() >= INDENT
              ? BlockContinue.atColumn(state.getColumn() + INDENT)
              : BlockContinue.none();
    }
    return isEnd(state) && isInnermost(state)
        ? BlockContinue.none()
        : BlockContinue.atIndex(state.getIndex());
  }

  /** A fence ends the last admonition that was opened; in code it is code. */
  private boolean isInnermost(ParserState state) {
    List<BlockParser> open = state.getActiveBlockParsers();
    for (int i = open.indexOf(this) + 1; i < open.size(); i++) {
      BlockParser each = open.get(i);
      if (each instanceof BlockQuoteParser) {
        return true;
      }
      boolean isOpen = each instanceof AdmonitionParser inner && inner.isFenced;
      if (isOpen || each instanceof FencedCodeBlockParser) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line is one of MyST's options, which stand right below the first line. */
  boolean isOption(BasedSequence line) {
    Node last = block.getLastChild();
    boolean isNext = last == null || last instanceof AdmonitionLabel || last instanceof HiddenLine;
    int above = last == null ? block.getEndOffset() : last.getEndOffset();
    BasedSequence between = block.baseSubSequence(above, line.getStartOffset());
    return hasOptions
        && isNext
        && OPTION.matcher(line).lookingAt()
        && between.indexOf('\n') == between.lastIndexOf('\n');
  }

  boolean isFenced() {
    return isFenced;
  }

  @Override
  public void closeBlock(ParserState state) {
    if (block.hasChildren()) {
      block.setCharsFromContent();
    }
  }
}

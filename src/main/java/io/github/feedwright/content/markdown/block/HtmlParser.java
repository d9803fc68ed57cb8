package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.feedwright.content.limit.CountedText;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lines of HTML up to an element in it whose content is Markdown. */
final class HtmlParser extends AbstractBlockParser {
  /** The beginning of a block of HTML that ends with an empty line, and may hold such elements. */
  private static final Pattern START =
      Pattern.compile(
          "(?i)</?(?:article|aside|blockquote|center|dd|details|div|dl|dt|figure|footer|header|li"
              + "|main|nav|ol|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\\s/>])");

  /** In these, nothing is an element. */
  private static final Pattern LITERAL =
      Pattern.compile("(?i)<(?:pre|script|style|textarea|xmp)\\b|<!--|<\\?|<!\\[");

  private final HtmlBlock block = new HtmlBlock();
  private final BlockContent content = new BlockContent();
  private final int end;

  private HtmlParser(int end) {
    this.end = end;
  }

  /**
   * A parser of the lines that begin with one; null if they begin no HTML, or no such element
   * follows before an empty line.
   */
  static @Nullable HtmlParser upToElement(BasedSequence line, Predicate<BasedSequence> begins) {
    if (!START.matcher(line).lookingAt() || LITERAL.matcher(line).find()) {
      return null;
    }
    BasedSequence text = line.getBaseSequence();
    int at = next(text, line.getStartOffset());
    while (at < text.length()) {
      int after = next(text, at);
      BasedSequence each = text.subSequence(content(text, at), after).trim();
      if (line.getBase() instanceof CountedText counted) {
        counted.budget().spend(each.length());
      }
      if (begins.test(each)) {
        return new HtmlParser(at);
      }
      if (each.isEmpty() || LITERAL.matcher(each).find()) {
        return null;
      }
      at = after;
    }
    return null;
  }

  private static int next(BasedSequence text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  /** The index after the marks of quotes around a line. */
  private static int content(BasedSequence text, int start) {
    int at = start;
    while (at < text.length() && " \t>".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    boolean isOver = state.isBlank() || state.getLine().getStartOffset() >= end;
    return isOver ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(ParserState state, BasedSequence line) {
    content.add(line, state.getIndent());
  }

  @Override
  public void closeBlock(ParserState state) {
    block.setContent(content);
  }
}

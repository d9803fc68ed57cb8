package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.feedwright.content.markdown.block.BlockStarts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a heading begin where a quote or item ends that has an open fence (CommonMark 0.31, section
 * 4.5): the parser of headings takes every line after such a fence for code.
 */
final class HeadingStarts extends BlockStarts {
  private static final int CODE_INDENT = 4;

  private static final Pattern HEADING =
      Pattern.compile("(#{1,6})(?:[ \\t]++(.*?))??(?:(?<=[ \\t])(#++))?[ \\t]*+");

  HeadingStarts() {
    super(HeadingParser.Factory.class);
  }

  @Override
  protected @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    boolean endsFence =
        state.getActiveBlockParser() instanceof FencedCodeBlockParser
            && state.getIndent() < CODE_INDENT;
    if (!endsFence) {
      return BlockStart.none();
    }
    BasedSequence line = state.getLine().subSequence(state.getNextNonSpaceIndex()).trimEOL();
    Matcher heading = HEADING.matcher(line);
    return heading.matches()
        ? BlockStart.of(heading(line, heading)).atIndex(state.getLine().length())
        : BlockStart.none();
  }

  private static HeadingParser heading(BasedSequence line, Matcher parts) {
    HeadingParser parser = new HeadingParser(parts.end(1));
    if (parser.getBlock() instanceof Heading heading) {
      heading.setOpeningMarker(line.subSequence(0, parts.end(1)));
      heading.setText(part(line, parts, 2).trim());
      heading.setClosingMarker(part(line, parts, 3));
      heading.setContent(List.of(line));
    }
    return parser;
  }

  private static BasedSequence part(BasedSequence line, Matcher parts, int group) {
    return parts.start(group) < 0
        ? BasedSequence.NULL
        : line.subSequence(parts.start(group), parts.end(group));
  }
}

package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.parser.core.HtmlBlockParser;
import com.vladsch.flexmark.parser.core.IndentedCodeBlockParser;
import com.vladsch.flexmark.parser.core.ListBlockParser;
import com.vladsch.flexmark.parser.core.ThematicBreakParser;
import com.vladsch.flexmark.util.data.DataSet;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.feedwright.content.markdown.block.BlockStarts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks the parser of headings only about lines that may make one: at each line it copies all lines
 * of the paragraph before it, so a long paragraph would take a time that is quadratic.
 *
 * <p>A heading may also begin where a quote or item ends that has an open fence (CommonMark 0.31,
 * section 4.5): that parser takes every line after such a fence for code.
 */
final class Headings extends BlockStarts {
  private static final int CODE_INDENT = 4;

  private static final Pattern START = Pattern.compile("#{1,6}(?:[ \\t]|$)|(?:=++|-++)[ \\t]*+$");

  private static final Pattern HEADING =
      Pattern.compile("(#{1,6})(?:[ \\t]++(.*?))??(?:(?<=[ \\t])(#++))?[ \\t]*+");

  private final BlockParserFactory headings = new HeadingParser.Factory().apply(new DataSet());

  Headings() {
    super(
        FencedCodeBlockParser.Factory.class,
        HtmlBlockParser.Factory.class,
        ThematicBreakParser.Factory.class,
        ListBlockParser.Factory.class,
        IndentedCodeBlockParser.Factory.class);
  }

  /** It stands in for the parser of headings. */
  @Override
  public void parserOptions(MutableDataHolder options) {
    options.set(Parser.HEADING_PARSER, false);
  }

  @Override
  protected @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    boolean endsFence =
        state.getActiveBlockParser() instanceof FencedCodeBlockParser
            && state.getIndent() < CODE_INDENT;
    if (!endsFence) {
      return mayStart(state) ? headings.tryStart(state, matched) : BlockStart.none();
    }
    BasedSequence line = state.getLine().subSequence(state.getNextNonSpaceIndex()).trimEOL();
    Matcher heading = HEADING.matcher(line);
    return heading.matches()
        ? BlockStart.of(heading(line, heading)).atIndex(state.getLine().length())
        : BlockStart.none();
  }

  private static boolean mayStart(ParserState state) {
    BasedSequence line = state.getLine();
    return START.matcher(line).region(state.getNextNonSpaceIndex(), line.length()).lookingAt();
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

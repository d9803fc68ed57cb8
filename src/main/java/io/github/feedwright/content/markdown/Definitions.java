package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.util.Parsing;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.internal.DefinitionListBlockPreProcessor;
import com.vladsch.flexmark.ext.definition.internal.DefinitionListItemBlockPreProcessor;
import com.vladsch.flexmark.ext.definition.internal.DefinitionNodeRenderer;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.ast.BlankLine;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.feedwright.content.markdown.block.BlockStarts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Definition lists (kramdown, PHP Markdown Extra, goldmark). The parser's own extension takes
 * tables and link definitions for terms, and what stands below a definition for a part of it.
 */
final class Definitions extends BlockStarts implements HtmlRenderer.HtmlRendererExtension {
  private static final int CODE_INDENT = 4;

  private static final Pattern LINK =
      Pattern.compile(
          "\\s*+\\[[^\\]]++\\]:\\s*+\\S++"
              + "(?:\\s++(?:\"[^\"]*+\"|'[^']*+'|\\([^()]*+\\)))?+(?:\\s++|$)");

  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    super.extend(builder);
    builder
        .blockPreProcessorFactory(new DefinitionListItemBlockPreProcessor.Factory())
        .blockPreProcessorFactory(new DefinitionListBlockPreProcessor.Factory());
  }

  @Override
  public void extend(HtmlRenderer.Builder builder, String type) {
    builder.nodeRendererFactory(new DefinitionNodeRenderer.Factory());
  }

  @Override
  protected @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    BasedSequence line = state.getLine();
    int marker = state.getNextNonSpaceIndex();
    if (state.getIndent() >= CODE_INDENT || marker >= line.length() || line.charAt(marker) != ':') {
      return BlockStart.none();
    }
    int blanks = blanks(line, marker + 1, state.getColumn() + state.getIndent() + 1);
    Node above = blanks == 0 ? null : above(matched);
    if (above instanceof DefinitionItem) {
      return definition(state, blanks);
    }
    List<BasedSequence> term = above == null ? List.of() : lines(matched, above);
    if (term.isEmpty() || areLinks(String.join("\n", term))) {
      return BlockStart.none();
    }
    if (!TableStarts.isTable(term)) {
      return definition(state, blanks);
    }
    boolean isCaption = !line.subSequence(marker + 1).isBlank();
    return isCaption ? BlockStart.of(new ParagraphParser()).atIndex(marker + 2) : BlockStart.none();
  }

  /** Whether a paragraph consists of link definitions, which do not show. */
  private static boolean areLinks(String paragraph) {
    Matcher link = LINK.matcher(paragraph);
    int at = 0;
    while (at < paragraph.length() && link.region(at, paragraph.length()).lookingAt()) {
      at = link.end();
    }
    return at == paragraph.length();
  }

  /** How many columns of white space follow a marker; one if nothing else does. */
  private static int blanks(BasedSequence line, int from, int column) {
    int at = from;
    int width = 0;
    while (at < line.length() && " \t".indexOf(line.charAt(at)) >= 0) {
      width += line.charAt(at) == '\t' ? Parsing.columnsToNextTabStop(column + width) : 1;
      at++;
    }
    boolean isEmpty = line.subSequence(at).isBlank();
    return isEmpty || width > CODE_INDENT ? 1 : width;
  }

  private static BlockStart definition(ParserState state, int blanks) {
    DefinitionItem item = new DefinitionItem();
    item.setTight(state.getActiveBlockParser().isParagraphParser());
    int start = state.getNextNonSpaceIndex();
    item.setOpeningMarker(state.getLine().subSequence(start, start + 1));
    int indent = state.getIndent() + 1 + blanks;
    return BlockStart.of(new DefinitionParser(item, indent)).atColumn(state.getColumn() + indent);
  }

  /** The paragraph or definition that a line follows; null where it follows something else. */
  private static @Nullable Node above(MatchedBlockParser matched) {
    Node in = matched.getBlockParser().getBlock();
    Node last = in instanceof Paragraph ? in : in.getLastChildAnyNot(BlankLine.class);
    return last instanceof Paragraph || last instanceof DefinitionItem ? last : null;
  }

  private static List<BasedSequence> lines(MatchedBlockParser matched, Node above) {
    BlockContent open = matched.getBlockParser().getBlockContent();
    return open != null && open.getLineCount() > 0
        ? open.getLines()
        : ((Paragraph) above).getContentLines();
  }
}

package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import io.github.feedwright.content.limit.CountedText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Charges for the lines of a paragraph. At each line the heading parser copies all lines before it
 * without reading a character: {@code #a} on 20,000 lines would take a minute.
 */
final class BoundedParagraphs implements Parser.ParserExtension {
  /** The cost of copying one line, in characters read. */
  private static final int PER_LINE = 20;

  @Override
  public void parserOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    builder.customBlockParserFactory(new Before());
  }

  private static final class Before implements CustomBlockParserFactory {
    @Override
    public BlockParserFactory apply(DataHolder options) {
      return new Charge(options);
    }

    @Override
    public @Nullable Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
      return Set.of(HeadingParser.Factory.class);
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }
  }

  private static final class Charge extends AbstractBlockParserFactory {
    Charge(DataHolder options) {
      super(options);
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BlockContent content = matched.getBlockParser().getBlockContent();
      if (content != null && state.getLine().getBase() instanceof CountedText text) {
        text.budget().spend((long) PER_LINE * content.getLineCount());
      }
      return BlockStart.none();
    }
  }
}

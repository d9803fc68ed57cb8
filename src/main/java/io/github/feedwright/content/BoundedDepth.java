package io.github.feedwright.content;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ListBlockParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses blocks within more blocks than anybody reads, however a text nests them. */
final class BoundedDepth implements Parser.ParserExtension {
  /** A list is two blocks: itself and its item. */
  private static final int DEEPEST = 200;

  @Override
  public void parserOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    builder.customBlockParserFactory(new BeforeLists());
  }

  private static final class BeforeLists implements CustomBlockParserFactory {
    @Override
    public BlockParserFactory apply(DataHolder options) {
      return new Depth(options);
    }

    @Override
    public @Nullable Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
      return Set.of(ListBlockParser.Factory.class);
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }
  }

  private static final class Depth extends AbstractBlockParserFactory {
    Depth(DataHolder options) {
      super(options);
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getActiveBlockParsers().size() > DEEPEST) {
        throw new TooCostly("it nests quotes or lists deeper than " + DEEPEST / 2);
      }
      return BlockStart.none();
    }
  }
}

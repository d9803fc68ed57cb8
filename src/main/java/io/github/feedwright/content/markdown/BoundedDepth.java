package io.github.feedwright.content.markdown;

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
import io.github.feedwright.content.markdown.block.Admonitions;
import io.github.feedwright.settings.LimitSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses blocks that are nested too deeply, however a text nests them. */
final class BoundedDepth implements Parser.ParserExtension {
  private final LimitSettings limits;

  BoundedDepth(LimitSettings limits) {
    this.limits = limits;
  }

  @Override
  public void parserOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    builder.customBlockParserFactory(new BeforeLists(limits));
  }

  private record BeforeLists(LimitSettings limits) implements CustomBlockParserFactory {
    @Override
    public BlockParserFactory apply(DataHolder options) {
      return new Depth(options, limits);
    }

    @Override
    public @Nullable Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
      return Set.of(
          ListBlockParser.Factory.class, Definitions.Factory.class, Admonitions.Factory.class);
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }
  }

  private static final class Depth extends AbstractBlockParserFactory {
    private final LimitSettings limits;

    Depth(DataHolder options, LimitSettings limits) {
      super(options);
      this.limits = limits;
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getActiveBlockParsers().size() > limits.depth()) {
        throw Nesting.tooDeep(limits.nesting());
      }
      return BlockStart.none();
    }
  }
}

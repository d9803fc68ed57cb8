package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ListBlockParser;
import io.github.feedwright.content.markdown.block.Admonitions;
import io.github.feedwright.content.markdown.block.BlockStarts;
import io.github.feedwright.settings.LimitSettings;
import org.jspecify.annotations.Nullable;

/** Refuses blocks that are nested too deeply, however a text nests them. */
final class BoundedDepth extends BlockStarts {
  private final LimitSettings limits;

  BoundedDepth(LimitSettings limits) {
    super(ListBlockParser.Factory.class, Definitions.class, Admonitions.class);
    this.limits = limits;
  }

  @Override
  protected @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    if (state.getActiveBlockParsers().size() > limits.depth()) {
      throw Nesting.tooDeep(limits.nesting());
    }
    return BlockStart.none();
  }
}

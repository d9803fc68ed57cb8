package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A parser extension that is asked whether a block starts at a line. */
public abstract class BlockStarts implements Parser.ParserExtension, CustomBlockParserFactory {
  private final @Nullable Set<Class<?>> others;

  /** It is asked before these other factories; without any, in the order of extensions. */
  protected BlockStarts(Class<?>... others) {
    this.others = others.length == 0 ? null : Set.of(others);
  }

  /** The block that starts at the current line, or none. */
  protected abstract @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched);

  @Override
  public void parserOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    builder.customBlockParserFactory(this);
  }

  @Override
  public final BlockParserFactory apply(DataHolder options) {
    return this::tryStart;
  }

  @Override
  public final @Nullable Set<Class<?>> getAfterDependents() {
    return null;
  }

  @Override
  public final @Nullable Set<Class<?>> getBeforeDependents() {
    return others;
  }

  @Override
  public final boolean affectsGlobalScope() {
    return false;
  }
}

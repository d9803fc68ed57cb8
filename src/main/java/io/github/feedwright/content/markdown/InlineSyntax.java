package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Syntax within a paragraph that begins with a colon, and depends on no other. */
abstract class InlineSyntax
    implements Parser.ParserExtension, InlineParserExtensionFactory, InlineParserExtension {
  @Override
  public final void parserOptions(MutableDataHolder options) {}

  @Override
  public final void extend(Parser.Builder builder) {
    builder.customInlineParserExtensionFactory(this);
  }

  @Override
  public final CharSequence getCharacters() {
    return ":";
  }

  @Override
  public final InlineParserExtension apply(LightInlineParser parser) {
    return this;
  }

  @Override
  public final @Nullable Set<Class<?>> getAfterDependents() {
    return null;
  }

  @Override
  public final @Nullable Set<Class<?>> getBeforeDependents() {
    return null;
  }

  @Override
  public final boolean affectsGlobalScope() {
    return false;
  }

  @Override
  public final void finalizeDocument(InlineParser parser) {}

  @Override
  public final void finalizeBlock(InlineParser parser) {}
}

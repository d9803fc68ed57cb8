package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ext.gfm.strikethrough.internal.StrikethroughDelimiterProcessor;
import com.vladsch.flexmark.ext.gfm.strikethrough.internal.StrikethroughNodeRenderer;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.delimiter.AsteriskDelimiterProcessor;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.core.delimiter.UnderscoreDelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import io.github.feedwright.content.limit.CountedText;

/**
 * {@code *}, {@code _} and {@code ~~} that charge for the search for an opener. That search reads
 * no characters, so nothing else would stop it: {@code a**b c* c* c*} makes it quadratic.
 */
final class BoundedDelimiters
    implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
  @Override
  public void parserOptions(MutableDataHolder options) {}

  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    builder
        .customDelimiterProcessor(new Asterisk())
        .customDelimiterProcessor(new Underscore())
        .customDelimiterProcessor(new Tilde());
  }

  @Override
  public void extend(HtmlRenderer.Builder builder, String type) {
    builder.nodeRendererFactory(new StrikethroughNodeRenderer.Factory());
  }

  private static void charge(DelimiterRun opener, DelimiterRun closer) {
    if (closer instanceof Delimiter end
        && opener instanceof Delimiter start
        && end.getInput().getBase() instanceof CountedText text) {
      text.budget().spend(Math.max(0, end.getStartIndex() - start.getStartIndex()));
    }
  }

  private static final class Asterisk extends AsteriskDelimiterProcessor {
    Asterisk() {
      super(false);
    }

    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
      charge(opener, closer);
      return super.getDelimiterUse(opener, closer);
    }
  }

  private static final class Underscore extends UnderscoreDelimiterProcessor {
    Underscore() {
      super(false);
    }

    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
      charge(opener, closer);
      return super.getDelimiterUse(opener, closer);
    }
  }

  /** Two tildes only: one means "about" in prose. */
  private static final class Tilde extends StrikethroughDelimiterProcessor {
    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
      charge(opener, closer);
      return super.getDelimiterUse(opener, closer);
    }
  }
}

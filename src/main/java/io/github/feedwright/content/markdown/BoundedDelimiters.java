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
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.feedwright.content.limit.CountedText;

/**
 * {@code *}, {@code _} and {@code ~~} that charge for the search for an opener. That search reads
 * no characters, so nothing else would stop it: {@code a**b c* c* c*} makes it quadratic.
 */
final class BoundedDelimiters
    implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
  private final boolean eastAsian;

  /**
   * Their rules.
   *
   * @param eastAsian whether punctuation does not matter where Chinese, Japanese or Korean is
   *     written
   */
  BoundedDelimiters(boolean eastAsian) {
    this.eastAsian = eastAsian;
  }

  @Override
  public void parserOptions(MutableDataHolder options) {}

  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    builder
        .customDelimiterProcessor(new Asterisk(eastAsian))
        .customDelimiterProcessor(new Underscore())
        .customDelimiterProcessor(new Tilde(eastAsian));
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

  /**
   * How many delimiters emphasis takes (rules 9 and 10): the parser's own rule is that of an older
   * specification.
   */
  private static int use(DelimiterRun opener, DelimiterRun closer) {
    charge(opener, closer);
    int opening = run(opener);
    int closing = run(closer);
    boolean isRefused =
        (opener.canClose() || closer.canOpen())
            && (opening + closing) % 3 == 0
            && (opening % 3 != 0 || closing % 3 != 0);
    return isRefused ? 0 : opener.length() >= 2 && closer.length() >= 2 ? 2 : 1;
  }

  /** The length of the whole run that what is left of a delimiter was in. */
  private static int run(DelimiterRun delimiter) {
    if (!(delimiter instanceof Delimiter known)) {
      return delimiter.length();
    }
    BasedSequence input = known.getInput();
    char c = known.getDelimiterChar();
    int start = known.getStartIndex();
    int end = known.getEndIndex();
    while (start > 0 && input.charAt(start - 1) == c) {
      start--;
    }
    while (end < input.length() && input.charAt(end) == c) {
      end++;
    }
    return end - start;
  }

  private static final class Asterisk extends AsteriskDelimiterProcessor {
    private final boolean eastAsian;

    Asterisk(boolean eastAsian) {
      super(false);
      this.eastAsian = eastAsian;
    }

    @Override
    public boolean canBeOpener(
        String before,
        String after,
        boolean leftFlanking,
        boolean rightFlanking,
        boolean beforeIsPunctuation,
        boolean afterIsPunctuation,
        boolean beforeIsWhitespace,
        boolean afterIsWhiteSpace) {
      Flanks flanks = new Flanks(before, after, beforeIsWhitespace, afterIsWhiteSpace);
      return flanks.isLeft() || (eastAsian && !afterIsWhiteSpace && flanks.isEastAsian());
    }

    @Override
    public boolean canBeCloser(
        String before,
        String after,
        boolean leftFlanking,
        boolean rightFlanking,
        boolean beforeIsPunctuation,
        boolean afterIsPunctuation,
        boolean beforeIsWhitespace,
        boolean afterIsWhiteSpace) {
      Flanks flanks = new Flanks(before, after, beforeIsWhitespace, afterIsWhiteSpace);
      return flanks.isRight() || (eastAsian && !beforeIsWhitespace && flanks.isEastAsian());
    }

    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
      return use(opener, closer);
    }
  }

  private static final class Underscore extends UnderscoreDelimiterProcessor {
    Underscore() {
      super(false);
    }

    @Override
    public boolean canBeOpener(
        String before,
        String after,
        boolean leftFlanking,
        boolean rightFlanking,
        boolean beforeIsPunctuation,
        boolean afterIsPunctuation,
        boolean beforeIsWhitespace,
        boolean afterIsWhiteSpace) {
      Flanks flanks = new Flanks(before, after, beforeIsWhitespace, afterIsWhiteSpace);
      return flanks.isLeft() && (!flanks.isRight() || Flanks.isPunctuation(before));
    }

    @Override
    public boolean canBeCloser(
        String before,
        String after,
        boolean leftFlanking,
        boolean rightFlanking,
        boolean beforeIsPunctuation,
        boolean afterIsPunctuation,
        boolean beforeIsWhitespace,
        boolean afterIsWhiteSpace) {
      Flanks flanks = new Flanks(before, after, beforeIsWhitespace, afterIsWhiteSpace);
      return flanks.isRight() && (!flanks.isLeft() || Flanks.isPunctuation(after));
    }

    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
      return use(opener, closer);
    }
  }

  /** Exactly two tildes: one means "about" in prose, and GitHub shows more as text. */
  private static final class Tilde extends StrikethroughDelimiterProcessor {
    private final boolean eastAsian;

    Tilde(boolean eastAsian) {
      this.eastAsian = eastAsian;
    }

    @Override
    public boolean canBeOpener(
        String before,
        String after,
        boolean leftFlanking,
        boolean rightFlanking,
        boolean beforeIsPunctuation,
        boolean afterIsPunctuation,
        boolean beforeIsWhitespace,
        boolean afterIsWhiteSpace) {
      Flanks flanks = new Flanks(before, after, beforeIsWhitespace, afterIsWhiteSpace);
      return leftFlanking || (eastAsian && !afterIsWhiteSpace && flanks.isEastAsian());
    }

    @Override
    public boolean canBeCloser(
        String before,
        String after,
        boolean leftFlanking,
        boolean rightFlanking,
        boolean beforeIsPunctuation,
        boolean afterIsPunctuation,
        boolean beforeIsWhitespace,
        boolean afterIsWhiteSpace) {
      Flanks flanks = new Flanks(before, after, beforeIsWhitespace, afterIsWhiteSpace);
      return rightFlanking || (eastAsian && !beforeIsWhitespace && flanks.isEastAsian());
    }

    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
      charge(opener, closer);
      return run(opener) == 2 && run(closer) == 2 ? 2 : 0;
    }
  }
}

package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.misc.CharPredicate;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the parser read link reference definitions a few lines at a time. The parser copies the
 * whole rest of the paragraph several times for each of them, so a list of some hundred, as at the
 * end of release notes, would exceed the budget of a post.
 */
final class BoundedDefinitions implements Parser.ParserExtension {
  /** With fewer lines, the parser is as fast by itself. */
  private static final int LINES = 16;

  private static final int MAX_INDENT = 3;

  @Override
  public void parserOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    builder.paragraphPreProcessorFactory(new Before());
    // The parser registers it by itself only beside its own parser of inlines.
    builder.paragraphPreProcessorFactory(new ReferencePreProcessorFactory());
  }

  private static final class Before implements ParagraphPreProcessorFactory {
    @Override
    public ParagraphPreProcessor apply(ParserState state) {
      return BoundedDefinitions::definitions;
    }

    @Override
    public @Nullable Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
      return Set.of(ReferencePreProcessorFactory.class);
    }

    @Override
    public boolean affectsGlobalScope() {
      return true;
    }
  }

  /** How many characters of a paragraph were read as definitions. */
  private static int definitions(Paragraph paragraph, ParserState state) {
    BasedSequence text = paragraph.getChars();
    int read = 0;
    // In a quote the text is pieced together, and the parser's count includes what was between the
    // pieces.
    boolean isWhole = text.getEndOffset() - text.getStartOffset() == text.length();
    if (isWhole && state.getInlineParser() instanceof ParagraphPreProcessor parser) {
      for (int end = end(text, 0); end > read; ) {
        BasedSequence lines = text.subSequence(read, end);
        Paragraph piece = new Paragraph(lines);
        paragraph.insertBefore(piece);
        int done = Math.min(parser.preProcessBlock(piece, state), lines.length());
        piece.unlink();
        read += done;
        end = done < lines.length() ? 0 : end(text, read);
      }
    }
    return read;
  }

  /**
   * The end of a piece of some lines, just before what looks like a definition, because a title may
   * be on its own line. 0 if only few lines are left.
   */
  private static int end(BasedSequence text, int start) {
    if (!isDefinition(text, start)) {
      return 0;
    }
    int at = start;
    for (int line = 0; line < LINES && at < text.length(); line++) {
      at = text.endOfLineAnyEOL(at) + text.eolStartLength(text.endOfLineAnyEOL(at));
    }
    while (at < text.length() && !isDefinition(text, at)) {
      at = text.endOfLineAnyEOL(at) + text.eolStartLength(text.endOfLineAnyEOL(at));
    }
    return at < text.length() ? at : 0;
  }

  private static boolean isDefinition(BasedSequence text, int at) {
    int begin = at + text.countLeading(CharPredicate.SPACE, at, at + MAX_INDENT);
    return begin < text.length() && text.charAt(begin) == '[';
  }
}

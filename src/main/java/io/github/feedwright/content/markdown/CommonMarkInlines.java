package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.InlineParserImpl;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Inline Markdown by CommonMark 0.31, where the parser that this builds on has an older one. */
final class CommonMarkInlines extends InlineParserImpl {
  private static final String COMMENT = "<!--";
  private static final String COMMENT_END = "-->";

  CommonMarkInlines(
      DataHolder options,
      BitSet specialCharacters,
      BitSet delimiterCharacters,
      Map<Character, DelimiterProcessor> delimiterProcessors,
      LinkRefProcessorData linkRefProcessors,
      List<InlineParserExtensionFactory> extensions) {
    super(
        options,
        specialCharacters,
        delimiterCharacters,
        delimiterProcessors,
        linkRefProcessors,
        extensions);
  }

  /** The parser's own copies the whole paragraph at each match. */
  @Override
  public @Nullable BasedSequence match(Pattern pattern) {
    Matcher found = matcher(pattern);
    return found == null ? null : getInput().subSequence(found.start(), found.end());
  }

  /** Section 6.6: a comment may hold two hyphens, and be as short as {@code <!-->}. */
  @Override
  public boolean parseHtmlInline() {
    BasedSequence input = getInput();
    int start = getIndex();
    if (!input.matchChars(COMMENT, start)) {
      return super.parseHtmlInline();
    }
    int end = input.indexOf(COMMENT_END, start + 2);
    if (end < 0) {
      return false;
    }
    setIndex(end + COMMENT_END.length());
    appendNode(new HtmlInlineComment(input.subSequence(start, getIndex())));
    return true;
  }

  /** Section 6.3: blanks may stand between angle brackets; a bracket that opens must be closed. */
  @Override
  public @Nullable BasedSequence parseLinkDestination() {
    BasedSequence input = getInput();
    int start = getIndex();
    if (start >= input.length() || input.charAt(start) != '<') {
      return super.parseLinkDestination();
    }
    for (int at = start + 1; at < input.length(); at++) {
      char c = input.charAt(at);
      if (c == '>') {
        setIndex(at + 1);
        return input.subSequence(start, at + 1);
      }
      if (c == '<' || c == '\n' || c == '\r') {
        return null;
      }
      at += c == '\\' ? 1 : 0;
    }
    return null;
  }

  /**
   * Section 6.3: in {@code [3][A](b)}, the label is that of no reference, and the text of a link.
   */
  @Override
  public int parseLinkLabel() {
    int start = getIndex();
    int length = super.parseLinkLabel();
    if (length > 2 && peek() == '(') {
      BasedSequence label = getInput().subSequence(start, start + length);
      if (!referenceRepository.containsKey(Escaping.normalizeReferenceChars(label, true))) {
        setIndex(start);
        return 0;
      }
    }
    return length;
  }

  /** Sections 4.7 and 6.3: white space stands before a title. */
  @Override
  public @Nullable BasedSequence parseLinkTitle() {
    int start = getIndex();
    boolean isApart = start > 0 && Character.isWhitespace(getInput().charAt(start - 1));
    return isApart ? super.parseLinkTitle() : null;
  }
}

package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Keeps Markdown out of bare addresses: nothing in {@code https://example.org/__init__.py} is bold.
 * {@code BareLinks} makes the link.
 */
final class LiteralAddresses extends InlineSyntax {
  /**
   * The characters that end an address, or that the Markdown around it may need: entities,
   * brackets, code.
   */
  private static final String ENDS = " \t\n&\\<>\"`[]|^{}*~";

  @Override
  public boolean parse(LightInlineParser parser) {
    BasedSequence input = parser.getInput();
    int start = parser.getIndex();
    if (!input.subSequence(start).startsWith("://")) {
      return false;
    }
    int end = start + 3;
    while (end < input.length() && ENDS.indexOf(input.charAt(end)) < 0) {
      end++;
    }
    // The end of an address may close an emphasis around it.
    while (end > start + 3 && "_.,;:!?)'".indexOf(input.charAt(end - 1)) >= 0) {
      end--;
    }
    parser.appendText(input, start, end);
    parser.setIndex(end);
    return true;
  }
}

package io.github.feedwright.content.markdown;

/**
 * What stands on both sides of a run of delimiters (CommonMark 0.31, section 6.4). The parser takes
 * no symbols for punctuation, as specifications before 0.31 did.
 *
 * @param before the character before it
 * @param after the character after it
 * @param isBlankBefore whether white space or nothing stands before it
 * @param isBlankAfter whether white space or nothing stands after it
 */
record Flanks(String before, String after, boolean isBlankBefore, boolean isBlankAfter) {
  boolean isLeft() {
    return !isBlankAfter && (!isPunctuation(after) || isBlankBefore || isPunctuation(before));
  }

  boolean isRight() {
    return !isBlankBefore && (!isPunctuation(before) || isBlankAfter || isPunctuation(after));
  }

  /** Of a pair of surrogates the parser shows one, so that these count as letters. */
  static boolean isPunctuation(String character) {
    return switch (Character.getType(character.charAt(0))) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }
}

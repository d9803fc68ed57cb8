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

  /** Whether Chinese, Japanese or Korean, or its punctuation, stands on one of the sides. */
  boolean isEastAsian() {
    return isEastAsian(before) || isEastAsian(after);
  }

  private static boolean isEastAsian(String character) {
    char c = character.charAt(0);
    return (c >= '\u2e80' && c <= '\ua4cf')
        || (c >= '\uac00' && c <= '\ud7af')
        || (c >= '\uf900' && c <= '\ufaff')
        || (c >= '\ufe30' && c <= '\ufe4f')
        || (c >= '\uff00' && c <= '\uffef');
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

package io.github.feedwright.generator.path;

/** Parts of programs in brackets. */
final class Blocks {
  private static final int LONGEST = 20_000;

  private Blocks() {}

  /** The text from the first opening brace or bracket at or after a place to where it ends. */
  static String at(String text, int from) {
    int start = from;
    int deep = 0;
    char quote = 0;
    int end = Math.min(text.length(), from + LONGEST);
    for (int at = from; at < end; at++) {
      char each = text.charAt(at);
      if (quote != 0) {
        at += each == '\\' ? 1 : 0;
        quote = each == quote || each == '\n' ? 0 : quote;
      } else if (each == '"' || each == '\'' || each == '`') {
        quote = each;
      } else if ("{[(".indexOf(each) >= 0) {
        start = deep == 0 ? at : start;
        deep++;
      } else if ("}])".indexOf(each) >= 0) {
        deep--;
        if (deep <= 0) {
          return text.substring(start, at + 1);
        }
      }
    }
    return text.substring(start, end);
  }
}

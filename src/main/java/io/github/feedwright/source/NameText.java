package io.github.feedwright.source;

import java.util.regex.Pattern;

/** Names as text: those that cannot be shown in a line, or asked for again, are none of ours. */
final class NameText {
  /** U+FFFD stands where a name's bytes are no text in the process's locale. */
  private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\uFFFD]");

  private NameText() {}

  /** Whether a name, or each of a path's, is text. */
  static boolean isText(String path) {
    return !NO_TEXT.matcher(path).find();
  }

  /** The path in a line for people. */
  static String shown(String path) {
    return NO_TEXT.matcher(path).replaceAll("?");
  }
}

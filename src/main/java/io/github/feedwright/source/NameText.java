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

  /** Why a name, or one of a path's, is no text, as a part of a sentence. */
  static String fault(String path) {
    return isDecoded(path)
        ? "contains a control character"
        : "is not text in this system's character set";
  }

  /** Whether each byte of a name means something in the process's locale. */
  static boolean isDecoded(String path) {
    return path.indexOf('\uFFFD') < 0;
  }

  /** The path in a line for people. */
  static String shown(String path) {
    return NO_TEXT.matcher(path).replaceAll("?");
  }
}

package io.github.feedwright.source;

import java.util.regex.Pattern;

/**
 * Names as text: files are ignored if their name cannot be shown on one line or looked up again.
 */
final class NameText {
  /** U+FFFD replaces bytes that are not text in the process's locale. */
  private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\uFFFD]");

  private NameText() {}

  /** Whether a name, or each name in a path, is text. */
  static boolean isText(String path) {
    return !NO_TEXT.matcher(path).find();
  }

  /** Why a name, or one in a path, is not text, as part of a sentence. */
  static String fault(String path) {
    return isDecoded(path)
        ? "contains a control character"
        : "is not text in this system's character set";
  }

  /** Whether each byte of a name could be decoded in the process's locale. */
  static boolean isDecoded(String path) {
    return path.indexOf('\uFFFD') < 0;
  }

  /** The path as messages show it, on one line. */
  static String shown(String path) {
    return NO_TEXT.matcher(path).replaceAll("?");
  }
}

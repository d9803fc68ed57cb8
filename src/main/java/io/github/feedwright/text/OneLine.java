package io.github.feedwright.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Text that must fit on one line: names, titles, values in messages. */
public final class OneLine {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u0085\\u2028\\u2029]+");
  private static final String EMBEDDINGS = "\u202a\u202b\u202d\u202e";
  private static final String ISOLATES = "\u2066\u2067\u2068";
  private static final char POP = '\u202c';
  private static final char POP_ISOLATE = '\u2069';

  private OneLine() {}

  /** The text on one line, without invisible characters; markup stays. */
  public static String of(String text) {
    if (isWords(text)) {
      return text;
    }
    String flat = BLANKS.matcher(withoutControls(text)).replaceAll(" ").strip();
    return balanced(XmlText.of(flat));
  }

  /** Whether it is words with one blank between them, as most titles are. */
  private static boolean isWords(String text) {
    char before = ' ';
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean isLetter = (c > ' ' && c < 0x7f) || (c > 0xa0 && c < 0x1680);
      if (!isLetter && (c != ' ' || before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  private static String withoutControls(String text) {
    // C0 controls that are white space become blanks.
    return text.replace('\u000b', ' ').replace('\f', ' ').replace('\r', ' ');
  }

  /**
   * Without unterminated embeddings and isolates: they would change the direction of the text
   * around them.
   */
  private static String balanced(String text) {
    if (text.chars().noneMatch(OneLine::isBidiControl)) {
      return text;
    }
    boolean[] drop = new boolean[text.length()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBidiControl(c)) {
        drop[i] = true;
        boolean isolate = c == POP_ISOLATE;
        if (c != POP && !isolate) {
          open.push(i);
        } else if (!open.isEmpty() && isolate == isIsolate(text.charAt(open.peek()))) {
          drop[open.pop()] = false;
          drop[i] = false;
        }
      }
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!drop[i]) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isIsolate(char c) {
    return ISOLATES.indexOf(c) >= 0;
  }

  private static boolean isBidiControl(int c) {
    return EMBEDDINGS.indexOf(c) >= 0 || ISOLATES.indexOf(c) >= 0 || c == POP || c == POP_ISOLATE;
  }
}

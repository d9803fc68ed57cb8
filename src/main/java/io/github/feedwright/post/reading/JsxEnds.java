package io.github.feedwright.post.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Where the expressions and tags in a text with components end. */
final class JsxEnds {
  /** Longer ones are prose: to search for their ends again and again would be quadratic. */
  static final int LONGEST = 2000;

  private final String text;
  private final Map<Integer, Integer> closing;

  JsxEnds(String text) {
    this.text = text;
    this.closing = closing(text);
  }

  /** The index after the brace that closes the one at an index, or -1. */
  int endOfBraces(int open) {
    int close = closing.getOrDefault(open, -1);
    if (close < 0 || close - open > LONGEST) {
      return -1;
    }
    int quoted = endOfQuoting(open);
    return quoted < 0 ? close + 1 : quoted;
  }

  /** The same where no brace in quotation marks counts; -1 if they are apostrophes. */
  private int endOfQuoting(int open) {
    int last = Math.min(text.length(), open + LONGEST);
    int depth = 0;
    char quote = 0;
    for (int at = open; at < last; at++) {
      char sign = text.charAt(at);
      if (quote != 0) {
        quote = sign == quote ? 0 : quote;
      } else if ("\"'`".indexOf(sign) >= 0) {
        quote = sign;
      } else if (sign == '{' || sign == '}') {
        depth += sign == '{' ? 1 : -1;
        if (depth == 0) {
          return at + 1;
        }
      }
    }
    return -1;
  }

  /** All at once: many braces without an end would be quadratic. */
  private static Map<Integer, Integer> closing(String text) {
    Map<Integer, Integer> closing = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '{') {
        open.push(at);
      } else if (text.charAt(at) == '}' && !open.isEmpty()) {
        closing.put(open.pop(), at);
      }
    }
    return closing;
  }

  /** The index after the tag at an index, whose attributes may hold expressions, or -1. */
  int endOfTag(int open) {
    int last = Math.min(text.length(), open + LONGEST);
    char quote = 0;
    for (int each = open; each < last; each++) {
      char sign = text.charAt(each);
      if (quote != 0) {
        quote = sign == quote ? 0 : quote;
      } else if (sign == '>') {
        return each + 1;
      } else if (sign == '{') {
        each = Math.max(each, endOfBraces(each) - 1);
      } else if (sign == '"' || sign == '\'') {
        quote = sign;
      }
    }
    return -1;
  }
}

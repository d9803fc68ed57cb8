package io.github.feedwright.content.markdown;

import io.github.feedwright.content.limit.TooCostly;

/** Refuses quotes and lists that are nested too deeply. */
final class Nesting {
  private Nesting() {}

  /**
   * Counts the markers at the start of each line.
   *
   * @param most how many quotes and lists a line may open
   * @throws TooCostly if a line opens more
   */
  static void check(String markdown, int most) {
    int at = 0;
    while (at < markdown.length()) {
      if (depth(markdown, at, most) > most) {
        throw tooDeep(most);
      }
      int end = markdown.indexOf('\n', at);
      at = end < 0 ? markdown.length() : end + 1;
    }
  }

  static TooCostly tooDeep(int most) {
    return new TooCostly("it nests quotes or lists deeper than " + most + " (limits.nesting)");
  }

  private static int depth(String markdown, int lineStart, int most) {
    int depth = 0;
    int at = lineStart;
    while (at < markdown.length() && depth <= most) {
      char c = markdown.charAt(at);
      if (c == '>') {
        depth++;
        at++;
      } else if (c == ' ' || c == '\t') {
        at++;
      } else {
        int after = afterListMarker(markdown, at);
        if (after < 0) {
          return depth;
        }
        depth++;
        at = after;
      }
    }
    return depth;
  }

  /** The index after a bullet or number and its blank, or -1. */
  private static int afterListMarker(String markdown, int start) {
    int at = start;
    while (at < markdown.length() && isDigit(markdown.charAt(at)) && at - start < 9) {
      at++;
    }
    String marks = at == start ? "-+*" : ".)";
    boolean marker =
        at + 1 < markdown.length()
            && marks.indexOf(markdown.charAt(at)) >= 0
            && " \t".indexOf(markdown.charAt(at + 1)) >= 0;
    return marker ? afterTask(markdown, at + 1) : -1;
  }

  /** The index after the box of a task; a list may begin right after it. */
  private static int afterTask(String markdown, int start) {
    int at = start;
    while (at < markdown.length() && " \t".indexOf(markdown.charAt(at)) >= 0) {
      at++;
    }
    boolean box = markdown.startsWith("[", at) && markdown.startsWith("] ", at + 2);
    return box ? at + 3 : start;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

package io.github.feedwright.content.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the environments of TeX in a text end; they nest. */
final class Environments {
  /** A backslash with what follows: an end, a beginning, or an escaped character. */
  private static final Pattern TOKEN =
      Pattern.compile("\\\\(?:(begin|end)\\{([A-Za-z]{1,30}+\\*?)\\}|.?)", Pattern.DOTALL);

  private final Map<Integer, Integer> ends = new HashMap<>();

  Environments(String text) {
    Map<String, Deque<Integer>> open = new HashMap<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      if ("begin".equals(token.group(1))) {
        open.computeIfAbsent(token.group(2), name -> new ArrayDeque<>()).push(token.start());
      } else if ("end".equals(token.group(1)) && open.containsKey(token.group(2))) {
        Integer start = open.get(token.group(2)).poll();
        if (start != null) {
          ends.put(start, token.end());
        }
      }
    }
  }

  /**
   * The index after the environment that begins at an index; 0 if there is none or it has no end.
   */
  int end(int start) {
    return ends.getOrDefault(start, 0);
  }
}

package io.github.feedwright.text.comment;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The code spans of a line that is not parsed as Markdown, such as a title. */
public final class InlineCode {
  private static final Pattern SPAN =
      Pattern.compile("(?<!`)(`{1,9})(?!`)(?s:.{1,500}?)(?<!`)\\1(?!`)");

  private final NavigableMap<Integer, Integer> ends;

  private InlineCode(NavigableMap<Integer, Integer> ends) {
    this.ends = ends;
  }

  public static InlineCode in(String text) {
    return new InlineCode(
        text.indexOf('`') < 0
            ? new TreeMap<>()
            : SPAN.matcher(text)
                .results()
                .collect(
                    Collectors.toMap(
                        each -> each.start(), each -> each.end(), (a, b) -> a, TreeMap::new)));
  }

  /** The end of the span that holds an index and begins at or after another one; else -1. */
  public int end(int index, int from) {
    Map.Entry<Integer, Integer> span = ends.floorEntry(index);
    boolean holds = span != null && span.getKey() >= from && span.getValue() > index;
    return holds ? span.getValue() : -1;
  }
}

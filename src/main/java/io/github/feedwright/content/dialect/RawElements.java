package io.github.feedwright.content.dialect;

import io.github.feedwright.content.source.BodyText;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Style sheets and scripts, whose comments and braces are their own. */
final class RawElements {
  private static final Pattern TAG = Pattern.compile("(?i)<(/?)(?:style|script)\\b");

  private final NavigableMap<Integer, Integer> ends;

  private RawElements(NavigableMap<Integer, Integer> ends) {
    this.ends = ends;
  }

  /** The style sheets and scripts of a body, except in code. */
  static RawElements in(BodyText body) {
    NavigableMap<Integer, Integer> ends = new TreeMap<>();
    Matcher tag = TAG.matcher(body.text());
    int start = -1;
    while (tag.find()) {
      boolean isStart = tag.group(1).isEmpty();
      if (start >= 0 && !isStart) {
        ends.put(start, tag.start());
        start = -1;
      } else if (start < 0 && isStart && !body.code().holds(tag.start())) {
        start = tag.start();
      }
    }
    return new RawElements(ends);
  }

  /** Whether an element contains an index and begins at or after another index. */
  boolean holds(int index, int from) {
    Map.Entry<Integer, Integer> element = ends.floorEntry(index);
    return element != null && element.getKey() >= from && element.getValue() > index;
  }
}

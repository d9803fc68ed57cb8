package io.github.feedwright.content.source;

import io.github.feedwright.content.markdown.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ranges of a text that are code, which is shown as it is written. */
public final class CodeRanges {
  private final List<TextRange> ranges;
  private final List<TextRange> literal;
  private final List<TextRange> math;

  private CodeRanges(List<TextRange> ranges, List<TextRange> literal, List<TextRange> math) {
    this.ranges = ranges;
    this.literal = literal;
    this.math = math;
  }

  /**
   * The given ranges, and the {@code pre} and {@code code} elements and shortcodes outside them.
   */
  static CodeRanges of(CharSequence counted, List<TextRange> markdown, boolean hasMath) {
    String text = counted.toString();
    List<TextRange> known = sorted(markdown);
    CodeRanges code = new CodeRanges(known, known, List.of());
    List<TextRange> literal = new ArrayList<>(known);
    for (CodeShortcodes.Found each : CodeShortcodes.in(counted)) {
      if (!code.holds(each.start())) {
        literal.add(new TextRange(each.code(), each.codeEnd()));
      }
    }
    List<TextRange> all = new ArrayList<>(literal);
    if (text.indexOf('<') >= 0) {
      code.addElements(text, "pre", all);
      code.addElements(text, "code", all);
    }
    CodeRanges without = new CodeRanges(sorted(all), sorted(literal), List.of());
    if (!hasMath) {
      return without;
    }
    List<TextRange> math = MathRanges.in(text, without);
    all.addAll(math);
    return new CodeRanges(sorted(all), without.literal, math);
  }

  private static List<TextRange> sorted(List<TextRange> ranges) {
    List<TextRange> outer = new ArrayList<>();
    int end = 0;
    for (TextRange each :
        ranges.stream().sorted(Comparator.comparingInt(TextRange::start)).toList()) {
      if (each.end() > end) {
        // Ranges that overlap are cut, so that a binary search finds the one that matters.
        outer.add(new TextRange(Math.max(each.start(), end), each.end()));
        end = each.end();
      }
    }
    return outer;
  }

  private void addElements(String text, String name, List<TextRange> to) {
    Matcher start = Pattern.compile("<" + name + "\\b", Pattern.CASE_INSENSITIVE).matcher(text);
    Matcher end = Pattern.compile("</" + name + "\\b", Pattern.CASE_INSENSITIVE).matcher(text);
    int at = 0;
    while (start.find(at)) {
      at = start.end();
      if (!holds(start.start())) {
        if (!end.find(at)) {
          return;
        }
        to.add(new TextRange(start.start(), end.start()));
        at = end.end();
      }
    }
  }

  /** Whether the character at the index is code. */
  public boolean holds(int index) {
    return at(index) != null;
  }

  /** Whether the character at the index is in TeX, which counts as code but may hold comments. */
  public boolean isTex(int index) {
    return at(math, index) != null;
  }

  /** The formulas (TeX) of the text, delimiters included; they count as code. */
  public List<TextRange> math() {
    return math;
  }

  /** Whether the character is in code that only Markdown marks, not an element of HTML. */
  public boolean isLiteral(int index) {
    return at(literal, index) != null;
  }

  /** Whether any of the characters from an index to another is code. */
  boolean overlaps(int from, int to) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).end() <= from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < ranges.size() && ranges.get(low).start() < to;
  }

  /** The range of code that contains the index, or null. */
  public @Nullable TextRange at(int index) {
    return at(ranges, index);
  }

  private static @Nullable TextRange at(List<TextRange> ranges, int index) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      TextRange range = ranges.get(middle);
      if (index < range.start()) {
        high = middle;
      } else if (index >= range.end()) {
        low = middle + 1;
      } else {
        return range;
      }
    }
    return null;
  }
}

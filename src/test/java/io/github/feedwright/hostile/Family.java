package io.github.feedwright.hostile;

import java.util.function.IntFunction;

/**
 * Texts of one hostile shape in any size.
 *
 * @param name what is hostile about them
 * @param text a text of about so many characters, never more
 */
record Family(String name, IntFunction<String> text) {
  /** One part, again and again. */
  static Family repeat(String part) {
    return new Family(shown(part), size -> part.repeat(size / part.length()));
  }

  /** A beginning, and then one part again and again. */
  static Family after(String start, String part) {
    return new Family(
        shown(start) + shown(part),
        size -> start + part.repeat((size - start.length()) / part.length()));
  }

  /** As much of one part as of another. */
  static Family halves(String first, String second) {
    return new Family(
        shown(first) + shown(second),
        size -> {
          int times = size / (first.length() + second.length());
          return first.repeat(times) + second.repeat(times);
        });
  }

  /** Parts that differ by their number. */
  static Family numbered(String name, IntFunction<String> part) {
    return new Family(
        name,
        size -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; ; i++) {
            String next = part.apply(i);
            if (text.length() + next.length() > size) {
              return text.toString();
            }
            text.append(next);
          }
        });
  }

  private static String shown(String part) {
    String cut = part.length() > 40 ? part.substring(0, 40) + "…" : part;
    return "‹" + cut.replace("\n", "⏎").replace("\t", "⇥").replace("\r", "␍") + "›";
  }

  @Override
  public String toString() {
    return name;
  }
}

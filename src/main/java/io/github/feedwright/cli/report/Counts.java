package io.github.feedwright.cli.report;

import io.github.feedwright.web.Health;

/** Counts for people: {@code 12 posts, 93 feeds, no problems}. */
public final class Counts {
  private Counts() {}

  public static String of(Health health) {
    int problems = health.problems().values().stream().mapToInt(Integer::intValue).sum();
    return count(health.posts(), "post")
        + ", "
        + count(health.feeds(), "feed")
        + ", "
        + count(problems, "problem");
  }

  public static String count(int number, String noun) {
    String amount = number == 0 ? "no" : Integer.toString(number);
    return amount + " " + noun + (number == 1 ? "" : "s");
  }

  /** How many former entries have no post. */
  public static String unmatched(int entries) {
    return entries == 0
        ? "nothing is left"
        : entries
            + " left; before you add an alias and adopt again, remove the line of a post that was"
            + " matched wrongly from ids.tsv";
  }
}

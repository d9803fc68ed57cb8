package io.github.feedwright.cli.report;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Level;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What {@code check} prints for people: one line for each problem, but only one for the whole site
 * if many posts have the same problem, which nobody fixes post by post.
 *
 * @param problems all of them, in their order
 * @param hasNotes whether notes are printed; without them, only hidden posts are
 */
public record CheckReport(Collection<Problem> problems, boolean hasNotes) {
  /** What has one cause in many posts: a tag, a type of files, pages without a date. */
  private static final Set<Kind> OF_SITE = Set.of(Kind.TEMPLATE, Kind.FILE_TYPE, Kind.HIDDEN);

  /** Whether there is something to fix. */
  public boolean isGood() {
    return problems.stream().allMatch(CheckReport::isNote);
  }

  /** The problems that are printed. */
  public List<Problem> shown() {
    return problems.stream().filter(this::isShown).toList();
  }

  private boolean isShown(Problem problem) {
    return hasNotes || !isNote(problem) || problem.kind() == Kind.HIDDEN;
  }

  private static boolean isNote(Problem problem) {
    return problem.level() == Level.NOTE;
  }

  /** One line each. */
  public List<String> lines() {
    Map<String, List<Problem>> lines = new LinkedHashMap<>();
    for (Problem problem : shown()) {
      boolean isOfSite = isNote(problem) || OF_SITE.contains(problem.kind());
      String key = isOfSite ? problem.level() + problem.message() : problem.toString();
      lines.computeIfAbsent(key, first -> new ArrayList<>()).add(problem);
    }
    return lines.values().stream().map(CheckReport::line).toList();
  }

  private static String line(List<Problem> same) {
    long files = same.stream().map(Problem::file).distinct().count();
    String more = files < 2 ? "" : " (and in " + Counts.count((int) files - 1, "other post") + ")";
    return same.get(0) + more;
  }

  /** How many of each kind there are, in one line. */
  public String summary() {
    Map<Kind, Long> kinds =
        problems.stream()
            .filter(problem -> !isNote(problem))
            .collect(Collectors.groupingBy(Problem::kind, TreeMap::new, Collectors.counting()));
    String detail =
        kinds.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().label())
            .collect(Collectors.joining(", "));
    int count = (int) problems.stream().filter(problem -> !isNote(problem)).count();
    String total = Counts.count(count, "problem") + (count == 0 ? "" : ": " + detail);
    int notes = problems.size() - count;
    return notes == 0
        ? total
        : total + "; " + Counts.count(notes, "note") + (hasNotes ? "" : ", which --notes shows");
  }
}

package io.github.feedwright.problem;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each problem once while it persists.
 *
 * <p>Threads: {@code publish} updates it, {@code http} counts.
 */
public final class ProblemLog {
  private static final Logger LOG = LoggerFactory.getLogger("io.github.feedwright.problems");

  private volatile Set<Problem> standing = Set.of();

  /** Sets the current problems; those that are new are logged, in the order of files and lines. */
  public void update(Set<Problem> problems) {
    problems.stream().filter(each -> !standing.contains(each)).sorted().forEach(ProblemLog::say);
    standing = Set.copyOf(problems);
  }

  private static void say(Problem problem) {
    if (problem.level() == Level.ERROR) {
      LOG.error("{}", problem);
    } else {
      LOG.warn("{}", problem);
    }
  }

  /** How many current problems there are of each kind. */
  public Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    standing.forEach(problem -> counts.merge(problem.kind(), 1, Integer::sum));
    return counts;
  }
}

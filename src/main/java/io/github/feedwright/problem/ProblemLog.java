package io.github.feedwright.problem;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    Set<String> said =
        standing.stream()
            .filter(each -> each.level() == Level.NOTE)
            .map(Problem::message)
            .collect(Collectors.toCollection(HashSet::new));
    problems.stream()
        .filter(each -> !standing.contains(each))
        .sorted()
        .filter(each -> each.level() != Level.NOTE || said.add(each.message()))
        .forEach(ProblemLog::say);
    standing = Set.copyOf(problems);
  }

  private static void say(Problem problem) {
    if (problem.level() == Level.ERROR) {
      LOG.error("{}", problem.withoutLevel());
    } else if (problem.level() == Level.WARNING) {
      LOG.warn("{}", problem.withoutLevel());
    } else if (problem.kind() == Kind.HIDDEN) {
      LOG.info("{}", problem.withoutLevel());
    } else {
      LOG.debug("{}", problem.withoutLevel());
    }
  }

  /** How many current problems there are of each kind; notes are not counted. */
  public Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    standing.stream()
        .filter(problem -> problem.level() != Level.NOTE)
        .forEach(problem -> counts.merge(problem.kind(), 1, Integer::sum));
    return counts;
  }
}

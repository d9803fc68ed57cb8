package io.github.feedwright.cli.option;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.List;

/** A command cannot do its work, for a reason that its user can fix: exit status 2. */
public final class CannotRun extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /** For a reason outside of files. */
  public CannotRun(String message) {
    super(message);
    this.problems = List.of(Problem.error("config.yaml", 1, Kind.CONFIGURATION, message));
  }

  /** For one problem of a file. */
  CannotRun(Problem problem) {
    this(List.of(problem));
  }

  /** For several problems, one per line. */
  CannotRun(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  /** The problems, for a server that continues with its previous configuration. */
  List<Problem> problems() {
    return problems;
  }
}

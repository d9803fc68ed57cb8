package io.github.feedwright.cli;

import io.github.feedwright.problem.Problem;
import java.util.List;

/** A command cannot do its work, for a reason that its user can mend: exit status 2. */
final class CannotRun extends Exception {
  private static final long serialVersionUID = 1;

  /** For a reason, said in one line or several. */
  CannotRun(String message) {
    super(message);
  }

  /** For problems, each in a line of its own. */
  CannotRun(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
  }
}

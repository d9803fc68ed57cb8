package io.github.feedwright.settings.value;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems of one configuration file, as they are found. */
public final class SettingsProblems {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  /** None yet, of a file of this name. */
  public SettingsProblems(String file) {
    this.file = file;
  }

  /** Adds an error. */
  public void add(int line, String message) {
    problems.add(Problem.error(file, line, Kind.CONFIGURATION, message));
  }

  /** What problems call the file. */
  public String file() {
    return file;
  }

  /** Sorted by line. */
  public List<Problem> problems() {
    return problems.stream().sorted().toList();
  }
}

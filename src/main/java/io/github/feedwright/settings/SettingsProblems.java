package io.github.feedwright.settings;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems of one configuration file, as they are found. */
final class SettingsProblems {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  SettingsProblems(String file) {
    this.file = file;
  }

  void add(int line, String message) {
    problems.add(Problem.error(file, line, Kind.CONFIGURATION, message));
  }

  /** What problems call the file. */
  String file() {
    return file;
  }

  /** Sorted by line. */
  List<Problem> problems() {
    return problems.stream().sorted().toList();
  }
}

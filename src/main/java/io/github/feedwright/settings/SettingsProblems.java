package io.github.feedwright.settings;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems of one configuration file, as they are found. */
final class SettingsProblems {
  private static final int SHOWN = 60;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  SettingsProblems(String file) {
    this.file = file;
  }

  void add(int line, String message) {
    problems.add(Problem.error(file, line, Kind.CONFIGURATION, message));
  }

  /** Sorted by line. */
  List<Problem> problems() {
    return problems.stream().sorted().toList();
  }

  /** A value in quotes, on one line, cut after {@value #SHOWN} characters. */
  static String quoted(String value) {
    String line = value.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.codePointCount(0, line.length()) <= SHOWN
        ? '"' + line + '"'
        : '"' + line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…\"";
  }
}

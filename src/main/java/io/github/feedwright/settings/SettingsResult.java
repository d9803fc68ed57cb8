package io.github.feedwright.settings;

import io.github.feedwright.problem.Problem;
import java.util.List;

/** The result of reading a configuration. */
public sealed interface SettingsResult {

  /** Everything was understood. */
  record Valid(Settings settings) implements SettingsResult {}

  /**
   * Something was not understood, so nothing is used: half a configuration could publish what its
   * author did not mean to.
   *
   * @param problems all of them, in the order of their lines; never empty
   */
  record Invalid(List<Problem> problems) implements SettingsResult {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}

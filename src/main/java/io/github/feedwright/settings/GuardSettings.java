package io.github.feedwright.settings;

import java.util.List;

/**
 * When entries are held back that readers would see again as new.
 *
 * @param entries how many of one feed may come at once without asking
 * @param accept the tokens of what was confirmed
 */
public record GuardSettings(int entries, List<String> accept) {
  /** Five, and nothing is confirmed. */
  public static final GuardSettings DEFAULT = new GuardSettings(5, List.of());

  public GuardSettings {
    accept = List.copyOf(accept);
  }
}

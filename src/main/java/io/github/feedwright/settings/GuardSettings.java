package io.github.feedwright.settings;

import java.util.List;

/**
 * When entries are held back that readers would see as new again.
 *
 * @param entries how many entries of one feed may do so at once without confirmation
 * @param accept the tokens of sets of entries that were confirmed
 */
public record GuardSettings(int entries, List<String> accept) {
  /** Five entries, and nothing is confirmed. */
  public static final GuardSettings DEFAULT = new GuardSettings(5, List.of());

  public GuardSettings {
    accept = List.copyOf(accept);
  }
}

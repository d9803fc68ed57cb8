package io.github.feedwright.storm;

import java.time.Duration;

/** How large the storms are: small in the ordinary build, full with {@code -Pstorm}. */
final class Sizes {
  private static final boolean FULL = Boolean.getBoolean("storm");

  /** For how long the last change may take to be seen, on a machine with other work. */
  static final Duration PATIENCE = FULL ? Duration.ofMinutes(5) : Duration.ofSeconds(60);

  private Sizes() {}

  static int of(int ordinary, int full) {
    return FULL ? full : ordinary;
  }
}

package io.github.feedwright.storm;

import java.time.Duration;
import java.util.List;

/** How large the storms are: small in the ordinary build, full with {@code -Pstorm}. */
public final class Sizes {
  private static final boolean FULL = Boolean.getBoolean("storm");

  /** For how long the last change may take to be seen, on a machine with other work. */
  static final Duration TIME_LIMIT = FULL ? Duration.ofMinutes(5) : Duration.ofSeconds(60);

  /** Servers that live for seconds only never gain what the optimizing compiler costs. */
  static final List<String> JVM = FULL ? List.of() : List.of("-XX:TieredStopAtLevel=1");

  private Sizes() {}

  public static int of(int ordinary, int full) {
    return FULL ? full : ordinary;
  }
}

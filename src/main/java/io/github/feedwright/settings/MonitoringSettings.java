package io.github.feedwright.settings;

import org.jspecify.annotations.Nullable;

/**
 * What a running server tells those who watch it.
 *
 * @param metrics where metrics are served, or null if nowhere
 * @param accessLog whether each response is a line on standard output
 */
public record MonitoringSettings(@Nullable Address metrics, boolean accessLog) {
  /** Nothing. */
  public static final MonitoringSettings NONE = new MonitoringSettings(null, false);

  /**
   * An address to listen on.
   *
   * @param host the address
   * @param port 0 to 65535; 0 picks a free one
   */
  public record Address(String host, int port) {}
}

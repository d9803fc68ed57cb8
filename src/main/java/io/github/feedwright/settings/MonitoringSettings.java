package io.github.feedwright.settings;

import org.jspecify.annotations.Nullable;

/**
 * What a running server tells those who watch it.
 *
 * @param metrics where metrics are served, or null if nowhere
 * @param log what it logs
 */
public record MonitoringSettings(@Nullable Address metrics, LogSettings log) {
  /** What is told without a configuration. */
  public static final MonitoringSettings DEFAULT =
      new MonitoringSettings(null, LogSettings.DEFAULT);

  /**
   * An address to listen on.
   *
   * @param host the address
   * @param port 0 to 65535; 0 picks a free one
   */
  public record Address(String host, int port) {}
}

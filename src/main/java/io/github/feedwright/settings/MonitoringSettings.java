package io.github.feedwright.settings;

import org.jspecify.annotations.Nullable;

/**
 * How a running server can be watched.
 *
 * @param metrics where metrics are served, or null if nowhere
 * @param log what it logs
 */
public record MonitoringSettings(@Nullable Address metrics, LogSettings log) {
  /** The default. */
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

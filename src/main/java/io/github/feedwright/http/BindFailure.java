package io.github.feedwright.http;

import java.io.IOException;
import java.net.BindException;

/**
 * The server cannot listen at the configured address. The message is for people: what is wrong and
 * how to fix it.
 */
public final class BindFailure extends IOException {
  private static final long serialVersionUID = 1;

  private BindFailure(String message, Throwable cause) {
    super(message, cause);
  }

  static BindFailure of(String host, int port, Throwable cause) {
    return new BindFailure(message(host, port, reason(cause)), cause);
  }

  /** The system's own message, which Jetty wraps. */
  private static String reason(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof BindException) {
        return String.valueOf(each.getMessage());
      }
    }
    return String.valueOf(cause.getMessage());
  }

  private static String message(String host, int port, String reason) {
    if (reason.contains("in use")) {
      return "port %d on %s is in use by another program: choose another with --port or http.port"
          .formatted(port, host);
    }
    if (reason.contains("Permission denied")) {
      return "port %d on %s needs more rights: choose one above 1023 with --port or http.port"
          .formatted(port, host);
    }
    return "this machine cannot listen on \"%s\", port %d: choose another address with --host or http.host"
        .formatted(host, port);
  }
}

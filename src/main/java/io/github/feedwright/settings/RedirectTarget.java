package io.github.feedwright.settings;

/**
 * Where a path has moved to.
 *
 * @param location a path from the server's root or an absolute address, percent-encoded
 * @param file what problems call the configuration file
 * @param line the line there, from 1
 */
public record RedirectTarget(String location, String file, int line) {
  /** Whether it is a path, on the server that redirects. */
  public boolean isHere() {
    return location.startsWith("/");
  }
}

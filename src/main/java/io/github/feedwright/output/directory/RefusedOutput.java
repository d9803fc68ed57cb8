package io.github.feedwright.output.directory;

import java.io.IOException;

/** A directory cannot be written to, for a reason that its user can fix; the message says how. */
public final class RefusedOutput extends IOException {
  private static final long serialVersionUID = 1;

  RefusedOutput(String message) {
    super(message);
  }
}

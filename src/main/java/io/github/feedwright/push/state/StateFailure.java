package io.github.feedwright.push.state;

import org.jspecify.annotations.Nullable;

/** The database cannot be used now. The message is for people and holds no secret. */
public final class StateFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String key;

  StateFailure(String key, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.key = key;
  }

  /** The key of the configuration below {@code push} that the failure concerns. */
  public String key() {
    return key;
  }
}

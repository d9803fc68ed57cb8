package io.github.feedwright.former;

import org.jspecify.annotations.Nullable;

/** A file is not a readable feed; the message is part of a sentence that says why. */
public final class MalformedFeed extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  MalformedFeed(int line, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.line = Math.max(1, line);
  }

  static MalformedFeed unknown() {
    return new MalformedFeed(
        1, "it is neither RSS, Atom, JSON Feed nor a WordPress export; save the feed itself", null);
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }
}

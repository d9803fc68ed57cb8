package io.github.feedwright.yaml;

/** A text that is not TOML. */
public final class MalformedToml extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  MalformedToml(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line of the file, from 1. */
  public int line() {
    return line;
  }
}

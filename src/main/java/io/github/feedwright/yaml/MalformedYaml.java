package io.github.feedwright.yaml;

/**
 * A text that is not YAML, or more than {@link YamlReader} accepts; the message says how to fix it.
 */
public final class MalformedYaml extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  MalformedYaml(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line of the file, from 1. */
  public int line() {
    return line;
  }

  /** What is wrong and how to fix it, in one line. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

package io.github.feedwright.settings;

/**
 * What is logged, and in which form.
 *
 * @param level the least severe events that are logged
 * @param format the form of the lines on standard error
 * @param access whether each response is a line on standard output
 */
public record LogSettings(Level level, Format format, boolean access) {
  /** What is logged without a configuration. */
  public static final LogSettings DEFAULT = new LogSettings(Level.INFO, Format.TEXT, false);

  /** How severe an event is. */
  public enum Level {
    /** Something keeps a post or the site from being published. */
    ERROR,
    /** Something was not understood, or does not work as it should. */
    WARN,
    /** Something has changed. */
    INFO,
    /** What happens inside, for those who look for a bug. */
    DEBUG
  }

  /** The form of a line. */
  public enum Format {
    /** For people. */
    TEXT,
    /** One JSON object on a line, for programs. */
    JSON
  }
}

package io.github.feedwright.settings;

/**
 * How the text of posts is read.
 *
 * @param math whether it contains TeX
 */
public record ContentSettings(Formulas math) {
  /** Whether a text contains TeX, which is then left as it is. */
  public enum Formulas {
    /** In posts that say so. */
    AUTO,
    /** In all posts but those that say otherwise. */
    ON,
    /** In none. */
    OFF
  }
}

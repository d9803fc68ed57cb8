package io.github.feedwright.post;

/**
 * The text after the front matter.
 *
 * @param text with line ends as {@code \n}
 * @param markup how it is written
 * @param line the line of the file where it begins, from 1
 */
public record Body(String text, Markup markup, int line) {
  /** How a body is written. */
  public enum Markup {
    /** Markdown, which may hold HTML. */
    MARKDOWN,
    /** HTML. */
    HTML
  }
}

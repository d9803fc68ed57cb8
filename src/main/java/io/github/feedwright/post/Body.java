package io.github.feedwright.post;

import org.jspecify.annotations.Nullable;

/**
 * The text after the front matter.
 *
 * @param text with line ends as {@code \n}
 * @param markup how it is written
 * @param line the line of the file where it begins, from 1
 * @param math whether it contains TeX, or null where its author does not say
 */
public record Body(String text, Markup markup, int line, @Nullable Boolean math) {
  /** The same, whatever its author says of TeX. */
  public Body withMath(boolean other) {
    return new Body(text, markup, line, other);
  }

  /** The same with another text. */
  public Body with(String other) {
    return new Body(other, markup, line, math);
  }

  /** How a body is written. */
  public enum Markup {
    /** Markdown, which may hold HTML. */
    MARKDOWN,
    /** HTML. */
    HTML
  }
}

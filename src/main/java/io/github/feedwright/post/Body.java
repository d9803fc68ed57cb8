package io.github.feedwright.post;

import io.github.feedwright.text.PackedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text after the front matter.
 *
 * @param packed the text, with line ends as {@code \n}
 * @param markup how it is written
 * @param line the line of the file where it begins, from 1
 * @param math whether it contains TeX, or null where its author does not say
 * @param values the plain values of the post's fields, by the paths of their keys, if it may show
 *     them
 */
public record Body(
    PackedText packed,
    Markup markup,
    int line,
    @Nullable Boolean math,
    Map<String, String> values) {
  public Body {
    values = Map.copyOf(values);
  }

  /** A body of this text. */
  public Body(
      String text, Markup markup, int line, @Nullable Boolean math, Map<String, String> values) {
    this(PackedText.of(text), markup, line, math, values);
  }

  /** A body that shows no fields. */
  public Body(String text, Markup markup, int line, @Nullable Boolean math) {
    this(text, markup, line, math, Map.of());
  }

  /** The text, which is unpacked at each call. */
  public String text() {
    return packed.text();
  }

  /** How many characters the text has. */
  public int length() {
    return packed.length();
  }

  /** The same, whatever its author says of TeX. */
  public Body withMath(boolean other) {
    return new Body(packed, markup, line, other, values);
  }

  /** How a body is written. */
  public enum Markup {
    /** Markdown, which may hold HTML. */
    MARKDOWN,
    /** HTML. */
    HTML
  }
}

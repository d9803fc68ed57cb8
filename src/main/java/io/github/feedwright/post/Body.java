package io.github.feedwright.post;

import io.github.feedwright.text.PackedText;
import io.github.feedwright.yaml.Mapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text after the front matter.
 *
 * @param packed the text, with line ends as {@code \n}; not compressed yet in a new body
 * @param markup how it is written
 * @param line the line of the file where it begins, from 1
 * @param math whether it contains TeX, or null where its author does not say
 * @param fields the post's fields, if it may show them; else none
 */
public record Body(
    PackedText packed, Markup markup, int line, @Nullable Boolean math, Mapping fields) {
  private static final Mapping NONE = new Mapping(List.of(), 1);

  /** A body of this text. */
  public Body(
      String text, Markup markup, int line, @Nullable Boolean math, @Nullable Mapping fields) {
    this(PackedText.notYet(text), markup, line, math, fields == null ? NONE : fields);
  }

  /** A body that shows no fields. */
  public Body(String text, Markup markup, int line, @Nullable Boolean math) {
    this(text, markup, line, math, null);
  }

  /** The text, which is made of bytes at each call. */
  public String text() {
    return packed.text();
  }

  /** How many characters the text has. */
  public int length() {
    return packed.length();
  }

  /** The same, whatever its author says of TeX. */
  public Body withMath(boolean other) {
    return new Body(packed, markup, line, other, fields);
  }

  /** How a body is written. */
  public enum Markup {
    /** Markdown, which may hold HTML. */
    MARKDOWN,
    /** HTML. */
    HTML
  }
}

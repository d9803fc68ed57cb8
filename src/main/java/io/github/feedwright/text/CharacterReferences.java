package io.github.feedwright.text;

import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** HTML's references to characters, such as that to an ampersand. */
public final class CharacterReferences {
  private CharacterReferences() {}

  /**
   * The characters of a name; empty if HTML has no such name.
   *
   * @param name without {@code &} and {@code ;}, such as {@code eacute}
   */
  public static String named(String name) {
    return Entities.getByName(name);
  }

  /** A text with characters in place of its references. */
  public static String decoded(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }

  /** An attribute's value without its references; those without a semicolon stay. */
  public static String decodedAttribute(String value) {
    return Parser.unescapeEntities(value, true);
  }
}

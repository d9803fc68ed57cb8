package io.github.feedwright.post.value;

import io.github.feedwright.text.Quoted;

/**
 * One value of a front matter field, with the key and line that a message needs.
 *
 * @param key the key as written; nested keys are joined by dots
 * @param text the author's text, stripped, never empty
 * @param line the line of the file, from 1
 */
public record Value(String key, String text, int line) {
  /** The same with another text. */
  public Value with(String other) {
    return other.equals(text) ? this : new Value(key, other, line);
  }

  public Flag flag() {
    return Flag.of(text);
  }

  /** How messages name it: {@code key: "text"}. */
  @Override
  public String toString() {
    return key + ": " + Quoted.of(text);
  }
}

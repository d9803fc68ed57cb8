package io.github.feedwright.content;

/** Text as HTML. */
final class Escape {
  private Escape() {}

  /** The text with what begins a tag or an entity escaped. */
  static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The text with what means something to HTML escaped, within elements and quotes. */
  static String html(String text) {
    return text(text).replace("\"", "&quot;");
  }
}

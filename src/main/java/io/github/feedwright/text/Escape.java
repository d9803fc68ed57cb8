package io.github.feedwright.text;

/** Text as HTML. */
public final class Escape {
  private Escape() {}

  /** The text with what begins a tag or an entity escaped. */
  public static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The text with what means something to HTML escaped, within elements and quotes. */
  public static String html(String text) {
    return text(text).replace("\"", "&quot;");
  }
}

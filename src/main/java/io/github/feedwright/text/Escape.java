package io.github.feedwright.text;

/** Escapes text for HTML. */
public final class Escape {
  private Escape() {}

  /** The text with everything escaped that could begin a tag or an entity. */
  public static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The text escaped for use inside elements and quoted attributes. */
  public static String html(String text) {
    return text(text).replace("\"", "&quot;");
  }
}

package io.github.feedwright.text;

import java.util.regex.Pattern;

/** Escapes text for HTML and XML. */
public final class Escape {
  private static final Pattern END_TAG = Pattern.compile("</\\w+>");
  private static final Pattern REFERENCE = Pattern.compile("&(?=#?\\w+;)");

  private Escape() {}

  /** Whether a consumer that takes the text for HTML would show something different. */
  public static boolean isMarkup(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
  }

  /** Whether the text contains an end tag, which no escaping within XML turns into plain text. */
  public static boolean hasEndTag(String text) {
    return END_TAG.matcher(text).find();
  }

  /** The text with everything escaped that could begin a tag or an entity. */
  public static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The text escaped for use inside elements and quoted attributes. */
  public static String html(String text) {
    return text(text).replace("\"", "&quot;");
  }

  /**
   * The HTML that shows the text, as close to the text as possible, because a few readers show it
   * unchanged. Most readers recognise HTML by a reference or an end tag.
   */
  public static String sparing(String text) {
    return REFERENCE.matcher(text).replaceAll("&amp;").replace("<", "&lt;");
  }

  /**
   * The XML of the text, with hexadecimal references: more readers show these as the character than
   * any other spelling (RSS Best Practices Profile, "Character Data").
   */
  public static String hexadecimal(String text) {
    return text.replace("&", "&#x26;").replace("<", "&#x3C;").replace(">", "&#x3E;");
  }
}

package io.github.feedwright.render;

import java.util.regex.Pattern;

/** Writes plain text as HTML and XML. */
final class Markup {
  private static final Pattern END_TAG = Pattern.compile("</\\w+>");
  private static final Pattern REFERENCE = Pattern.compile("&(?=#?\\w+;)");

  private Markup() {}

  /** Whether a consumer that takes the text for HTML would show something different. */
  static boolean isIn(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
  }

  /** Whether the text contains an end tag, which no escaping within XML turns into plain text. */
  static boolean hasEndTag(String text) {
    return END_TAG.matcher(text).find();
  }

  /**
   * The HTML that shows the text, as close to the text as possible, because a few readers show it
   * unchanged. Most readers recognise HTML by a reference or an end tag.
   */
  static String sparing(String text) {
    return REFERENCE.matcher(text).replaceAll("&amp;").replace("<", "&lt;");
  }

  /** The HTML that shows the text. */
  static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * The XML of the text, with hexadecimal references: more readers show these as the character than
   * any other spelling (RSS Best Practices Profile, "Character Data").
   */
  static String hexadecimal(String text) {
    return text.replace("&", "&#x26;").replace("<", "&#x3C;").replace(">", "&#x3E;");
  }
}

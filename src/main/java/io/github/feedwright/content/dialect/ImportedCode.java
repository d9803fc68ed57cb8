package io.github.feedwright.content.dialect;

import io.github.feedwright.content.html.PlainText;
import java.util.regex.Pattern;

/**
 * Code between WordPress's shortcodes. WordPress stores it as HTML, and what exports a post may
 * have made paragraphs and line breaks of its lines.
 */
final class ImportedCode {
  /** WordPress makes these of a blank line. */
  private static final Pattern PARAGRAPHS =
      Pattern.compile("</p>\\s*<p\\b[^>]{0,200}>", Pattern.CASE_INSENSITIVE);

  private static final Pattern BREAK =
      Pattern.compile("<br\\b[^>]{0,100}>(?:[ \\t]*\\n)?", Pattern.CASE_INSENSITIVE);

  private static final Pattern END_TAG = Pattern.compile("</\\w");

  /** A character that HTML would have escaped. */
  private static final Pattern RAW = Pattern.compile("[<>]|&(?!#?\\w{1,10};)");

  private static final Pattern ESCAPED = Pattern.compile("&(?:lt|gt|quot|amp|#\\w{1,7});");

  private ImportedCode() {}

  /** The code as its author typed it. */
  static String read(String written, boolean markdown) {
    String paragraphs = PARAGRAPHS.matcher(written).replaceAll("\n\n");
    String lines = BREAK.matcher(paragraphs).replaceAll("\n");
    if (markdown ? !isEncoded(lines) : isMarkup(lines)) {
      return written;
    }
    // As in an attribute, where "?a=b&copy=c" has no entity.
    return PlainText.unescapedAttribute(lines.replaceFirst("^\\s*\\n", ""));
  }

  /**
   * Markdown may hold an export or what somebody wrote by hand. One who writes by hand, and wants
   * an entity seen, has tags or ampersands around it; an export has escaped every one of them.
   */
  private static boolean isEncoded(String lines) {
    return ESCAPED.matcher(lines).find() && !RAW.matcher(lines).find();
  }

  /** HTML that is to be seen, in a body where nothing is escaped: its tags are the code's own. */
  private static boolean isMarkup(String lines) {
    return END_TAG.matcher(lines).find() && !ESCAPED.matcher(lines).find();
  }
}

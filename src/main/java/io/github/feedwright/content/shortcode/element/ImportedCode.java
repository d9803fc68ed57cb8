package io.github.feedwright.content.shortcode.element;

import io.github.feedwright.text.CharacterReferences;
import java.util.regex.Pattern;

/**
 * Code between WordPress's shortcodes. WordPress stores it as HTML, and exporters may have turned
 * its lines into paragraphs and line breaks.
 */
public final class ImportedCode {
  /** WordPress turns a blank line into these. */
  private static final Pattern PARAGRAPHS =
      Pattern.compile("</p>\\s*<p\\b[^>]{0,200}>", Pattern.CASE_INSENSITIVE);

  private static final Pattern BREAK =
      Pattern.compile("<br\\b[^>]{0,100}>(?:[ \\t]*\\n)?", Pattern.CASE_INSENSITIVE);

  private static final Pattern END_TAG = Pattern.compile("</\\w");

  /** A character that HTML escapes. */
  private static final Pattern RAW = Pattern.compile("[<>]|&(?!#?\\w{1,10};)");

  private static final Pattern ESCAPED = Pattern.compile("&(?:lt|gt|quot|amp|#\\w{1,7});");

  private ImportedCode() {}

  /** The code as its author typed it. */
  public static String read(String written, boolean markdown) {
    String paragraphs = PARAGRAPHS.matcher(written).replaceAll("\n\n");
    String lines = BREAK.matcher(paragraphs).replaceAll("\n");
    if (markdown ? !isEncoded(lines) : isMarkup(lines)) {
      return written;
    }
    // As in an attribute, where "?a=b&copy=c" contains no entity.
    return CharacterReferences.decodedAttribute(lines.replaceFirst("^\\s*\\n", ""));
  }

  /**
   * Markdown may come from an export or be written by hand. Somebody who writes an entity by hand
   * also writes tags or ampersands around it; an export has escaped all of these.
   */
  private static boolean isEncoded(String lines) {
    return ESCAPED.matcher(lines).find() && !RAW.matcher(lines).find();
  }

  /** HTML as the code itself, in a body where nothing is escaped: the tags belong to the code. */
  private static boolean isMarkup(String lines) {
    return END_TAG.matcher(lines).find() && !ESCAPED.matcher(lines).find();
  }
}

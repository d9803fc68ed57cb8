package io.github.feedwright.feed;

import io.github.feedwright.text.Escape;
import io.github.feedwright.text.PercentEncoding;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTML of a note, in which placeholders are filled in for each post.
 *
 * <p>While Markdown is read, a word of letters stands for a placeholder, which no parser changes,
 * and an address for that of an address, so that it can be linked.
 *
 * @param html with these words
 */
record NoteTemplate(String html) {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?<!\\\\)\\{(" + String.join("|", NotePlaceholders.NAMES) + ")}");
  private static final String BEGIN = "feedwrightnote";
  private static final String ADDRESS = "https://" + BEGIN + "url.invalid/";
  private static final Pattern WORD =
      Pattern.compile(Pattern.quote(ADDRESS) + "|" + BEGIN + "(title|date|author|category)end");
  private static final Pattern LINK = Pattern.compile("(?<=\\s)(?:href|src)=\"[^\"]*\"");
  private static final Pattern HEADING_ID = Pattern.compile("(<h[1-6]) id=\"[^\"]*\"");
  private static final Pattern ONE_PARAGRAPH =
      Pattern.compile("<p>(?:(?!<p[ >]).)*</p>", Pattern.DOTALL);

  /** Markdown with words for its placeholders. */
  static String marked(String markdown) {
    return PLACEHOLDER
        .matcher(markdown)
        .replaceAll(
            found -> found.group(1).equals("url") ? ADDRESS : BEGIN + found.group(1) + "end");
  }

  /** Whether a text holds such a word. */
  static boolean isMarked(String text) {
    return text.contains(BEGIN);
  }

  /**
   * The template of a note that was rendered and cleaned. Its headings have no ids: many posts on
   * one page may show it.
   */
  static NoteTemplate of(String clean) {
    String html = HEADING_ID.matcher(clean.strip()).replaceAll("$1");
    return new NoteTemplate(
        ONE_PARAGRAPH.matcher(html).matches()
            ? "<p class=\"note\">" + html.substring("<p>".length()) + "\n"
            : "<div class=\"note\">\n" + html + "\n</div>\n");
  }

  /** The HTML for one post. */
  String filled(Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    Matcher links = LINK.matcher(html);
    int from = 0;
    while (links.find()) {
      filled.append(inText(html.substring(from, links.start()), values));
      filled.append(inLink(links.group(), values));
      from = links.end();
    }
    return filled.append(inText(html.substring(from), values)).toString();
  }

  private static String inText(String part, Map<String, String> values) {
    return replaced(part, word -> Escape.html(value(word, values)));
  }

  /** An address with which a link begins is encoded already; everything else is a part of one. */
  private static String inLink(String attribute, Map<String, String> values) {
    int begin = attribute.indexOf('"') + 1;
    return replaced(
        attribute,
        word -> {
          String value = value(word, values);
          return Escape.html(word.start() == begin ? value : component(value));
        });
  }

  private interface Replacement {
    String of(MatchResult word);
  }

  private static String replaced(String part, Replacement replacement) {
    return WORD.matcher(part).replaceAll(word -> Matcher.quoteReplacement(replacement.of(word)));
  }

  private static String value(MatchResult word, Map<String, String> values) {
    String name = word.group(1) == null ? "url" : word.group(1);
    return values.getOrDefault(name, "");
  }

  private static String component(String value) {
    return PercentEncoding.path(value).replace("&", "%26").replace("+", "%2B").replace("=", "%3D");
  }
}

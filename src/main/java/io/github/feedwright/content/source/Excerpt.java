package io.github.feedwright.content.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body split at its separator.
 *
 * @param whole the body without any separator
 * @param excerpt the part before the first separator, or null if there is none or nothing before it
 */
public record Excerpt(String whole, @Nullable String excerpt) {
  private static final Pattern USUAL =
      Pattern.compile(
          "<!--\\s*+(?:(?:(?i:more)|TEASER_END)\\b[^>]{0,200}?|(?:break|END_TEASER)\\s*+)-->"
              + "|\\bREADMORE\\b");

  /** Longer separators are ignored: searching for them takes quadratic time. */
  private static final int LONGEST = 200;

  /** Link and footnote definitions, which may be anywhere and belong to both parts. */
  private static final Pattern DEFINITION =
      Pattern.compile("^ {0,3}\\[[^\\]\\n]{1,200}\\]:.*$", Pattern.MULTILINE);

  /**
   * Splits a body outside of its code.
   *
   * @param separator the post's own separator, or null for the usual separators
   */
  public static Excerpt of(BodyText body, @Nullable String separator) {
    String own = separator == null ? "" : separator;
    if (own.length() > LONGEST) {
      return new Excerpt(body.text(), null);
    }
    Pattern pattern = own.isEmpty() ? USUAL : Pattern.compile(Pattern.quote(own));
    String text = body.text();
    List<int[]> cuts = cuts(body, pattern);
    if (cuts.isEmpty()) {
      return new Excerpt(text, null);
    }
    String before = text.substring(0, cuts.get(0)[0]);
    // An empty line as separator is not visible, and removing it would join paragraphs.
    String whole = !own.isEmpty() && own.isBlank() ? text : without(text, cuts);
    return new Excerpt(
        whole, before.isBlank() ? null : before + definitions(body, before.length()));
  }

  /** Whether a text is one of the usual separators. */
  public static boolean isSeparator(String text) {
    return USUAL.matcher(text).matches();
  }

  /** Whether a text holds one of the usual separators. */
  public static boolean holds(String text) {
    return USUAL.matcher(text).find();
  }

  private static List<int[]> cuts(BodyText body, Pattern pattern) {
    List<int[]> cuts = new ArrayList<>();
    if (pattern == USUAL && !body.text().contains("<!--") && !body.text().contains("READMORE")) {
      return cuts;
    }
    Matcher matcher = pattern.matcher(body.text());
    if (pattern != USUAL) {
      // Empty lines between the front matter and the text do not count as separators.
      matcher.region(
          body.text().length() - body.text().stripLeading().length(), body.text().length());
    }
    CodeRanges code = null;
    while (matcher.find()) {
      // Nearly always there is only one, near the top.
      code = code == null ? body.codeAround(matcher.start()) : body.code();
      if (!code.holds(matcher.start())) {
        cuts.add(new int[] {matcher.start(), matcher.end()});
      }
    }
    return cuts;
  }

  private static String without(String text, List<int[]> cuts) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (int[] cut : cuts) {
      out.append(text, at, cut[0]);
      at = cut[1];
    }
    return out.append(text, at, text.length()).toString();
  }

  private static String definitions(BodyText body, int from) {
    StringBuilder found = new StringBuilder();
    Matcher matcher = DEFINITION.matcher(body.text()).region(from, body.text().length());
    while (body.isMarkdown() && matcher.find()) {
      if (!body.code().holds(matcher.start())) {
        found.append(found.isEmpty() ? "\n\n" : "\n").append(matcher.group());
      }
    }
    return found.toString();
  }
}

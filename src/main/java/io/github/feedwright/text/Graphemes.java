package io.github.feedwright.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters as readers see them: extended grapheme clusters (Unicode Annex 29). */
public final class Graphemes {
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  /**
   * The viramas that join consonants into one sign (rule GB9c), which Java's clusters do not know:
   * Devanagari, Bengali, Gujarati, Oriya, Telugu, Malayalam.
   */
  private static final String LINKERS = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d";

  private static final char JOINER = '\u200d';

  private Graphemes() {}

  /**
   * The last index at which a text can be cut without splitting a grapheme.
   *
   * @param end the largest index allowed, at the edge of a code point
   * @return an index from 1 to {@code end}; {@code end} itself if the first grapheme is longer
   */
  public static int edge(String text, int end) {
    Matcher cluster = CLUSTER.matcher(text);
    // Only the code point after the end decides whether there is an edge.
    cluster.region(0, Math.min(text.length(), end + 2));
    int edge = 0;
    while (cluster.find() && cluster.end() <= end) {
      edge = isJoined(text, cluster.end()) ? edge : cluster.end();
    }
    return edge == 0 ? end : edge;
  }

  private static boolean isJoined(String text, int at) {
    int before = at - 1;
    while (before > 0 && text.charAt(before) == JOINER) {
      before--;
    }
    return LINKERS.indexOf(text.charAt(before)) >= 0
        && at < text.length()
        && Character.isLetter(text.codePointAt(at));
  }
}

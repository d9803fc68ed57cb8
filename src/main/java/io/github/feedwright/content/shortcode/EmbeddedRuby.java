package io.github.feedwright.content.shortcode;

import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.source.ContentProblems;

/**
 * Middleman's embedded Ruby. Middleman runs it; here it is shown as text, because its result is
 * unknown.
 */
public final class EmbeddedRuby {
  private static final String OPEN = "<%";
  private static final String CLOSE = "%>";

  /** Longer ones are not tags. */
  private static final int LONGEST = 1000;

  private EmbeddedRuby() {}

  /** Reports every tag outside of code. */
  public static void report(BodyText body, ContentProblems problems) {
    String text = body.text();
    int end = text.indexOf(CLOSE);
    for (int at = text.indexOf(OPEN); at >= 0 && end >= 0 && !problems.isFull(); ) {
      // One search for all starts before its result: many starts and a distant end would be
      // quadratic.
      end = end > at ? end : text.indexOf(CLOSE, at);
      boolean isTag = end > at && end - at < LONGEST;
      if (isTag && !body.code().holds(at)) {
        report(text.substring(at, end + CLOSE.length()), problems);
      }
      at = text.indexOf(OPEN, isTag ? end : at + 1);
    }
  }

  private static void report(String tag, ContentProblems problems) {
    problems.of(tag, ContentProblems.unknown(tag));
  }
}

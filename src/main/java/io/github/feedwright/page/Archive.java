package io.github.feedwright.page;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The posts of one month, as documents (RFC 5005, section 4).
 *
 * @param month the month, in UTC
 * @param feeds the document in each format
 */
public record Archive(YearMonth month, List<FeedLink> feeds) {
  private static final DateTimeFormatter TITLE =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  public Archive {
    feeds = List.copyOf(feeds);
  }

  /** The month for people, such as {@code July 2013}. */
  public String title() {
    return TITLE.format(month);
  }
}

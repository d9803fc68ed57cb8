package io.github.feedwright.page;

import io.github.feedwright.i18n.Words;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A date on a page.
 *
 * @param datetime for machines: a global date and time (HTML, section 2.3.5.7), to the second
 * @param text for people: the day in the author's offset, such as {@code 12 July 2013}
 */
public record PageDate(String datetime, String text) {
  private static final DateTimeFormatter DATETIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  /** The date in its own offset: the same on every machine. */
  public static PageDate of(OffsetDateTime instant, Words words) {
    return new PageDate(machine(instant), words.day(instant.toLocalDate()));
  }

  static String machine(OffsetDateTime instant) {
    return DATETIME.format(instant);
  }
}

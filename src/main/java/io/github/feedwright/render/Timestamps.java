package io.github.feedwright.render;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** Dates as feeds spell them, in their author's offset wherever the notation can hold it. */
final class Timestamps {
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

  private static final int TO_THE_SECOND = "2013-07-12T13:35:41".length();
  private static final int MOST_NOUGHTS = 6;
  private static final int MINUTE = 60;
  private static final int HALF_HOUR = 30 * MINUTE;

  private Timestamps() {}

  /** Whole seconds, a numeric zone, four digits of year (RSS 2.0, after RFC 822). */
  static String rfc822(OffsetDateTime date) {
    // The validator knows no zones but of whole and half hours: Kathmandu's is a warning.
    return RFC_822.format(inOffsetOf(date, HALF_HOUR));
  }

  /** With the fraction of a second, where there is one (RFC 3339). */
  static String rfc3339(OffsetDateTime date) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(inOffsetOf(date, MINUTE));
  }

  /**
   * The same moment in a text that differs from another entry's of the same second: in how many
   * noughts its fraction has, which the id decides. The validator, and planets, take two entries of
   * one text for one that was doubled.
   */
  static String distinct(OffsetDateTime date, String id) {
    String text = rfc3339(date);
    int noughts = date.getNano() == 0 ? Math.floorMod(id.hashCode(), MOST_NOUGHTS + 1) : 0;
    return noughts == 0
        ? text
        : text.substring(0, TO_THE_SECOND)
            + "."
            + "0".repeat(noughts)
            + text.substring(TO_THE_SECOND);
  }

  /** What ROME's wire model wants; it loses the offset. */
  static Date date(OffsetDateTime date) {
    return Date.from(date.toInstant());
  }

  private static OffsetDateTime inOffsetOf(OffsetDateTime date, int seconds) {
    return date.getOffset().getTotalSeconds() % seconds == 0
        ? date
        : date.withOffsetSameInstant(ZoneOffset.UTC);
  }
}

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

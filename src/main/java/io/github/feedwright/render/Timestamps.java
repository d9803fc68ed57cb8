package io.github.feedwright.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.zip.CRC32;

/** Dates as feeds spell them, in their author's offset wherever the notation can hold it. */
final class Timestamps {
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

  private static final long NANOS_IN_A_MILLISECOND = 1_000_000;
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
   * The same millisecond, told from another entry's: its nanoseconds are made from the id, where
   * the author gave none. The validator, and planets, take two entries that were updated at one
   * moment for one that was doubled.
   */
  static OffsetDateTime distinct(OffsetDateTime date, String id) {
    if (date.getNano() % NANOS_IN_A_MILLISECOND != 0) {
      return date;
    }
    CRC32 digest = new CRC32();
    digest.update(id.getBytes(UTF_8));
    return date.plusNanos(1 + digest.getValue() % (NANOS_IN_A_MILLISECOND - 1));
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

package io.github.feedwright.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.zip.CRC32;

/** Writes dates for feeds, in their author's offset if the notation can hold it. */
final class Timestamps {
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

  private static final long NANOS_IN_A_MILLISECOND = 1_000_000;
  private static final int MINUTE = 60;
  private static final int HALF_HOUR = 30 * MINUTE;

  private Timestamps() {}

  /** Whole seconds, a numeric zone, four digits of year (RSS 2.0, after RFC 822). */
  static String rfc822(OffsetDateTime date) {
    // The validator knows only zones of whole and half hours: it warns about Kathmandu's.
    return RFC_822.format(inOffsetOf(date, HALF_HOUR));
  }

  /** With the fraction of a second, if there is one (RFC 3339). */
  static String rfc3339(OffsetDateTime date) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(inOffsetOf(date, MINUTE));
  }

  /**
   * The same millisecond, made distinct from other entries: its nanoseconds come from the id, if
   * the author gave none. The validator and planets take two entries that were updated at the same
   * moment for a duplicate.
   */
  static OffsetDateTime distinct(OffsetDateTime date, String id) {
    if (date.getNano() % NANOS_IN_A_MILLISECOND != 0) {
      return date;
    }
    CRC32 digest = new CRC32();
    digest.update(id.getBytes(UTF_8));
    return date.plusNanos(1 + digest.getValue() % (NANOS_IN_A_MILLISECOND - 1));
  }

  /** The type of ROME's wire model; it loses the offset. */
  static Date date(OffsetDateTime date) {
    return Date.from(date.toInstant());
  }

  private static OffsetDateTime inOffsetOf(OffsetDateTime date, int seconds) {
    return date.getOffset().getTotalSeconds() % seconds == 0
        ? date
        : date.withOffsetSameInstant(ZoneOffset.UTC);
  }
}

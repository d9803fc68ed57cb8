package io.github.feedwright.post.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The time in a date: with 24 hours, or twelve and {@code AM} or {@code PM}.
 *
 * @param time the time; of a leap second, the second before it, so that the day stays the same
 * @param endsDay whether it is {@code 24:00}, the midnight that ends its day (ISO 8601)
 * @param isLeapSecond whether it is {@code 23:59:60} (RFC 3339, section 5.7)
 */
record ClockTime(LocalTime time, boolean endsDay, boolean isLeapSecond) {
  /** The groups of a pattern that {@link #of} reads. */
  static final String PATTERN =
      "(?<hour>\\d{1,2})"
          + "(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.(?<fraction>\\d{1,9})\\d*)?)?"
          + "|(?= *[AaPp]\\.?[Mm]\\b))"
          + "(?: *(?<half>[AaPp]\\.?[Mm]\\.?)(?![A-Za-z]))?";

  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  /** The time that a pattern found, or midnight if it found none. */
  static ClockTime of(Matcher found) throws MalformedDate {
    if (found.group("hour") == null) {
      return new ClockTime(LocalTime.MIDNIGHT, false, false);
    }
    int hour = hour(number(found.group("hour")), found.group("half"));
    int minute = number(found.group("minute"));
    int second = number(found.group("second"));
    int nanos = nanos(found.group("fraction"));
    boolean endsDay = hour == 24 && minute == 0 && second == 0 && nanos == 0;
    boolean leaps = second == 60;
    try {
      LocalTime time = LocalTime.of(endsDay ? 0 : hour, minute, leaps ? 59 : second, nanos);
      return new ClockTime(time, endsDay, leaps);
    } catch (DateTimeException noSuchTime) {
      throw new MalformedDate("is not a date: times go from 00:00:00 to 24:00:00");
    }
  }

  /** The time on a day in a zone. */
  OffsetDateTime on(LocalDate day, ZoneId zone) throws MalformedDate {
    LocalDateTime local = LocalDateTime.of(day, time).plusDays(endsDay ? 1 : 0);
    OffsetDateTime moment = local.atZone(zone).toOffsetDateTime();
    // Leap seconds come at the end of a day in UTC; authors also write them at the end of theirs.
    OffsetDateTime utc = moment.withOffsetSameInstant(ZoneOffset.UTC);
    if (isLeapSecond && time.isBefore(LAST_MINUTE) && utc.toLocalTime().isBefore(LAST_MINUTE)) {
      throw new MalformedDate("is not a date: only the last minute of a day has a second 60");
    }
    return moment;
  }

  private static int hour(int hour, @Nullable String half) throws MalformedDate {
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new MalformedDate("is not a date: with " + half + ", hours go from 1 to 12");
    }
    boolean isMorning = half.toLowerCase(Locale.ROOT).startsWith("a");
    return hour % 12 + (isMorning ? 0 : 12);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(9 - fraction.length()));
  }
}

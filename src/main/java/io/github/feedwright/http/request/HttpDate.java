package io.github.feedwright.http.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates in header fields of requests (RFC 9110, section 5.6.7), which have three forms.
 *
 * <p>Jetty's own parser takes any zone and any text behind a date for GMT, and puts years of two
 * digits between 1970 and 2069 whatever the time is.
 */
final class HttpDate {
  /** Without the day of the week, which the date implies. */
  private static final List<DateTimeFormatter> AFTER_THE_WEEKDAY =
      List.of(
          DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss uuuu", Locale.ENGLISH));

  private HttpDate() {}

  /**
   * Reads a date.
   *
   * @param now the current time, for the two-digit years of RFC 850
   * @return the instant, or null if it is not a date
   */
  static @Nullable Instant parse(String value, Instant now) {
    int space = value.indexOf(' ');
    String rest = value.substring(space + 1);
    for (DateTimeFormatter form : AFTER_THE_WEEKDAY) {
      Instant instant = parse(rest, form);
      if (instant != null) {
        return instant;
      }
    }
    return parse(rest, rfc850(now));
  }

  private static @Nullable Instant parse(String value, DateTimeFormatter form) {
    try {
      return LocalDateTime.parse(value, form.withResolverStyle(ResolverStyle.STRICT))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A year that seems 50 years ahead is in the previous century. */
  private static DateTimeFormatter rfc850(Instant now) {
    LocalDate earliest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(50);
    return new DateTimeFormatterBuilder()
        .appendPattern("dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH);
  }
}

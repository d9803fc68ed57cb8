package io.github.feedwright.post.value;

import io.github.feedwright.text.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date as people write it, strictly: a day that does not exist is refused, and the author's
 * offset is kept.
 */
public final class DateText {
  private static final int LONGEST = 64;

  private static final String TIME =
      "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.(?<fraction>\\d{1,9})\\d*)?)?"
          + "(?: *(?<half>[AaPp]\\.?[Mm]\\.?)(?![A-Za-z]))?"
          + "(?: *(?<zone>[A-Za-z+-][A-Za-z0-9_/:+-]*))?";
  private static final String WEEKDAY = "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? +)?";
  private static final String MONTH_NAME = "(?<month>[A-Za-z]{3,9})\\.?";
  private static final String LATER = "(?:,? +" + TIME + ")?";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "(?<year>\\d{4})(?<mark>[-/])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})"
                  + "(?:(?:[Tt]| +)"
                  + TIME
                  + ")?"),
          Pattern.compile(
              WEEKDAY + "(?<day>\\d{1,2}) +" + MONTH_NAME + ",? +(?<year>\\d{4})" + LATER),
          Pattern.compile(WEEKDAY + MONTH_NAME + " +(?<day>\\d{1,2}),? +(?<year>\\d{4})" + LATER),
          // RFC 822 has two-digit years; without a time, the digits could be anything.
          Pattern.compile(
              WEEKDAY + "(?<day>\\d{1,2}) +" + MONTH_NAME + " +(?<year>\\d{2}) +" + TIME));

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private DateText() {}

  /**
   * Reads a date.
   *
   * @param zone of dates without one; a time that the zone skips moves to after the gap, and of a
   *     time that it has twice, the first counts
   * @throws MalformedDate if the text is not a date, or is outside the years 1 to 9999
   */
  public static OffsetDateTime read(String text, ZoneId zone) throws MalformedDate {
    String line = text.strip().replace('\t', ' ');
    if (line.length() <= LONGEST) {
      for (Pattern form : FORMS) {
        Matcher matcher = form.matcher(line);
        if (matcher.matches()) {
          return read(matcher, zone);
        }
      }
    }
    throw new MalformedDate("is not a date in a known form");
  }

  /** Midnight of a day from a file name or a path. */
  public static OffsetDateTime midnight(String year, String month, String day, ZoneId zone)
      throws MalformedDate {
    LocalDateTime start = day(year(year), Integer.parseInt(month), day).atStartOfDay();
    return inYears(start.atZone(zone).toOffsetDateTime());
  }

  private static OffsetDateTime read(Matcher matcher, ZoneId zone) throws MalformedDate {
    LocalDate day =
        day(year(matcher.group("year")), month(matcher.group("month")), matcher.group("day"));
    String half = matcher.group("half");
    if (half != null) {
      throw new MalformedDate("is not a date: hours go from 0 to 23, without " + half);
    }
    String named = matcher.group("zone");
    LocalDateTime local = LocalDateTime.of(day, time(matcher));
    ZoneId where = named == null ? zone : ZoneName.read(named);
    return inYears(local.atZone(where).toOffsetDateTime());
  }

  /** RFC 5322, section 4.3: 00 to 49 are in this century, 50 to 99 in the last. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year < 50 ? 2000 + year : 1900 + year;
  }

  private static int month(String text) throws MalformedDate {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    String name = text.toLowerCase(Locale.ROOT);
    for (String month : MONTHS) {
      if (month.equals(name) || (month.startsWith(name) && name.length() == 3)) {
        return MONTHS.indexOf(month) + 1;
      }
    }
    if (name.equals("sept")) {
      return 9;
    }
    throw new MalformedDate("is not a date: no month is called " + Quoted.of(text));
  }

  private static LocalDate day(int year, int month, String digits) throws MalformedDate {
    int day = Integer.parseInt(digits);
    if (month < 1 || month > 12) {
      throw new MalformedDate("is not a date: there is no month " + month);
    }
    if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      String name = MONTHS.get(month - 1);
      name = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      throw new MalformedDate("is not a date: " + name + " " + year + " has no day " + day);
    }
    return LocalDate.of(year, month, day);
  }

  private static LocalTime time(Matcher matcher) throws MalformedDate {
    if (matcher.group("hour") == null) {
      return LocalTime.MIDNIGHT;
    }
    try {
      return LocalTime.of(
          Integer.parseInt(matcher.group("hour")),
          Integer.parseInt(matcher.group("minute")),
          number(matcher.group("second")),
          nanos(matcher.group("fraction")));
    } catch (DateTimeException noSuchTime) {
      throw new MalformedDate("is not a date: times go from 00:00:00 to 23:59:59");
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(9 - fraction.length()));
  }

  /**
   * RFC 3339 has four digits for a year, in the author's offset and in UTC, and no seconds in an
   * offset (local times had them before there were time zones).
   */
  private static OffsetDateTime inYears(OffsetDateTime time) throws MalformedDate {
    OffsetDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC);
    if (time.getYear() < 1 || time.getYear() > 9999 || utc.getYear() < 1 || utc.getYear() > 9999) {
      throw new MalformedDate("is outside the years 1 to 9999");
    }
    return time.getOffset().getTotalSeconds() % 60 == 0 ? time : utc;
  }
}

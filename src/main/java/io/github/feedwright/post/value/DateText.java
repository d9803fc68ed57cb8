package io.github.feedwright.post.value;

import io.github.feedwright.text.Quoted;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date as people write it, strictly: a day that does not exist is refused, and the author's
 * offset is kept.
 */
public final class DateText {
  private static final int LONGEST = 100;

  private static final String ZONE = "(?<zone>[A-Za-z+-][A-Za-z0-9_/:+-]*)";
  private static final String TIME = ClockTime.PATTERN + "(?: *" + ZONE + ")?";
  private static final String YEAR = " +(?<year>\\d{4})";
  private static final String WEEKDAY = "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? +)?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String MONTH_NAME = "(?<month>[A-Za-z]{3,9})\\.?";
  private static final String LATER = "(?:,? +(?:at +)?" + TIME + ")?";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "(?<year>\\d{4})(?<mark>[-/])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})"
                  + "(?:(?:[Tt]|,? +(?:at +)?)"
                  + TIME
                  + ")?"),
          Pattern.compile(
              WEEKDAY + DAY + "(?: +of)? +" + MONTH_NAME + ",? +(?<year>\\d{4})" + LATER),
          Pattern.compile(WEEKDAY + MONTH_NAME + " +" + DAY + ",? +(?<year>\\d{4})" + LATER),
          // RFC 822 has two-digit years; without a time, the digits could be anything.
          Pattern.compile(WEEKDAY + DAY + " +" + MONTH_NAME + " +(?<year>\\d{2}) +" + TIME),
          // asctime; date(1) writes the zone before the year, git after it.
          Pattern.compile(WEEKDAY + MONTH_NAME + " +" + DAY + " +" + TIME + YEAR),
          Pattern.compile(
              WEEKDAY + MONTH_NAME + " +" + DAY + " +" + ClockTime.PATTERN + YEAR + " +" + ZONE));

  /** JavaScript adds the zone's name: {@code GMT+0100 (Central European Standard Time)}. */
  private static final Pattern COMMENT = Pattern.compile(" +\\([^()]*\\)$");

  /** Some ends of sentences: {@code UTC-05:00.} */
  private static final Pattern FULL_STOP = Pattern.compile("(?<=[+-]\\d{2}:?\\d{2})\\.$");

  private static final Pattern SPACE = Pattern.compile("[\\t\\p{Zs}]");

  private static final Pattern DAY_OR_MONTH_FIRST =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2\\d{2,4}(?!\\d).*");

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
   * Reads a date. A weekday in it is not compared with it.
   *
   * @param zone of dates without one; a time that the zone skips moves to after the gap, and of a
   *     time that it has twice, the first counts
   * @throws MalformedDate if the text is not a date, or is outside the years 1 to 9999
   */
  public static OffsetDateTime read(String text, ZoneId zone) throws MalformedDate {
    String blank = SPACE.matcher(text.strip()).replaceAll(" ").strip();
    if (blank.length() <= LONGEST) {
      String bare = COMMENT.matcher(blank).replaceFirst("");
      String line = FULL_STOP.matcher(bare).replaceFirst("");
      for (Pattern form : FORMS) {
        Matcher matcher = form.matcher(line);
        if (matcher.matches()) {
          return read(matcher, zone);
        }
      }
      refuseAmbiguous(line);
    }
    throw new MalformedDate("is not a date in a known form");
  }

  private static void refuseAmbiguous(String line) throws MalformedDate {
    Matcher numbers = DAY_OR_MONTH_FIRST.matcher(line);
    if (numbers.matches() && isMonth(numbers.group(1)) && isMonth(numbers.group(3))) {
      throw new MalformedDate("may begin with the day or with the month");
    }
  }

  private static boolean isMonth(String digits) {
    int number = Integer.parseInt(digits);
    return number >= 1 && number <= 12;
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
    String named = matcher.group("zone");
    ZoneId where = named == null ? zone : ZoneName.read(named);
    return inYears(ClockTime.of(matcher).on(day, where));
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

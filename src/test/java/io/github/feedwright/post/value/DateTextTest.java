package io.github.feedwright.post.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedwright.post.Reading;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2013-07-12 13:35:41+00:00           | 2013-07-12T13:35:41Z",
        "2014-04-04 14:14 UTC                | 2014-04-04T14:14:00Z",
        "2016-01-19 12:00:00 EST             | 2016-01-19T12:00:00-05:00",
        "2016-07-19 12:00:00 EST             | 2016-07-19T12:00:00-05:00",
        "2015-05-01 10:00:00 CEST            | 2015-05-01T10:00:00+02:00",
        "2015-05-01 10:00:00 cest            | 2015-05-01T10:00:00+02:00",
        "2010-12-03 10:20                    | 2010-12-03T10:20:00+01:00",
        "2010-07-03 10:20                    | 2010-07-03T10:20:00+02:00",
        "2011-07-09 16:05:20 -0300           | 2011-07-09T16:05:20-03:00",
        "2011-07-09 16:05:20-0300            | 2011-07-09T16:05:20-03:00",
        "2011-07-09 16:05:20 +02             | 2011-07-09T16:05:20+02:00",
        "2011-02-02T10:53:00.001+01:00       | 2011-02-02T10:53:00.001+01:00",
        "2013-04-03 00:00:00.000000000 Z     | 2013-04-03T00:00:00Z",
        "2013-04-03 00:00:00.1234567891 Z    | 2013-04-03T00:00:00.123456789Z",
        "2013-07-12T13:35:41Z                | 2013-07-12T13:35:41Z",
        "2013-07-12t13:35:41z                | 2013-07-12T13:35:41Z",
        "2013-07-12                          | 2013-07-12T00:00:00+02:00",
        "2013-1-2                            | 2013-01-02T00:00:00+01:00",
        "2013/7/13 20:46:25                  | 2013-07-13T20:46:25+02:00",
        "2013/07/13                          | 2013-07-13T00:00:00+02:00",
        "15 Oct 2023                         | 2023-10-15T00:00:00+02:00",
        "15 October 2023 9:30                | 2023-10-15T09:30:00+02:00",
        "Oct 15, 2023                        | 2023-10-15T00:00:00+02:00",
        "October 15 2023                     | 2023-10-15T00:00:00+02:00",
        "Sept. 5, 2023 10:00:00 JST          | 2023-09-05T10:00:00+09:00",
        "Fri, 12 Jul 2013 13:35:41 +0000     | 2013-07-12T13:35:41Z",
        "Fri, 12 Jul 2013 13:35 GMT          | 2013-07-12T13:35:00Z",
        "12 Jul 13 13:35:41 EDT              | 2013-07-12T13:35:41-04:00",
        "12 Jul 99 13:35:41 EDT              | 1999-07-12T13:35:41-04:00",
        "2013-04-03 14:00:00 UTC+02:00       | 2013-04-03T14:00:00+02:00",
        "2013-07-03 14:00:00 America/New_York | 2013-07-03T14:00:00-04:00",
        "2024-02-28 24:00                    | 2024-02-29T00:00:00+01:00",
        "2024-12-31T24:00:00Z                | 2025-01-01T00:00:00Z",
        "2016-12-31 23:59:60 UTC             | 2016-12-31T23:59:59Z",
        "2016-12-31T23:59:60.5Z              | 2016-12-31T23:59:59.5Z",
        "2016-12-31 23:59:60                 | 2016-12-31T23:59:59+01:00",
        "2017-01-01 05:29:60 +05:30          | 2017-01-01T05:29:59+05:30",
        "2024-01-02 3:45 PM                  | 2024-01-02T15:45:00+01:00",
        "2024-01-02 12:05:07 am EST          | 2024-01-02T00:05:07-05:00",
        "2024-01-02 12:05 p.m.               | 2024-01-02T12:05:00+01:00",
        "2024-01-02, 3:45\u202fPM           | 2024-01-02T15:45:00+01:00",
        "2 January 2024 3pm                  | 2024-01-02T15:00:00+01:00",
        "January 2nd 2024                    | 2024-01-02T00:00:00+01:00",
        "Tuesday, January 2nd, 2024 at 3:45 PM | 2024-01-02T15:45:00+01:00",
        "2nd of January, 2024                | 2024-01-02T00:00:00+01:00",
        "Mon Jan  2 15:04:05 2024            | 2024-01-02T15:04:05+01:00",
        "Tue Jan  2 15:04:05 UTC 2024        | 2024-01-02T15:04:05Z",
        "Tue Jan 02 15:04:05 -0700 2024      | 2024-01-02T15:04:05-07:00",
        "Tue Jan 2 15:04:05 2024 +0100       | 2024-01-02T15:04:05+01:00",
        "Tue Jan 02 2024 15:04:05 GMT+0200 (Eastern European Standard Time) | 2024-01-02T15:04:05+02:00",
        "0001-01-02                          | 0001-01-01T23:06:32Z",
      })
  void aDateKeepsItsOffset(String text, OffsetDateTime time) throws MalformedDate {
    assertThat(DateText.read(text, Reading.BERLIN)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "EST,-05:00", "EDT,-04:00", "CST,-06:00", "CDT,-05:00", "MST,-07:00", "MDT,-06:00",
    "PST,-08:00", "PDT,-07:00", "BST,+01:00", "CET,+01:00", "CEST,+02:00", "IST,+05:30",
    "JST,+09:00", "UTC,Z", "GMT,Z", "Z,Z", "UT,Z"
  })
  void aZoneNameHasOneOffsetInEverySeason(String name, String offset) throws MalformedDate {
    for (String day : new String[] {"2013-01-15", "2013-07-15"}) {
      assertThat(DateText.read(day + " 10:00:00 " + name, Reading.BERLIN))
          .isEqualTo(OffsetDateTime.parse(day + "T10:00:00" + offset));
    }
  }

  @Test
  void aTimeThatTheZoneSkipsMovesToAfterTheGap() throws MalformedDate {
    assertThat(DateText.read("2013-03-31 02:30:00", Reading.BERLIN))
        .isEqualTo(OffsetDateTime.parse("2013-03-31T03:30:00+02:00"));
  }

  @Test
  void ofATimeThatTheZoneHasTwiceTheFirstIsMeant() throws MalformedDate {
    assertThat(DateText.read("2013-10-27 02:30:00", Reading.BERLIN))
        .isEqualTo(OffsetDateTime.parse("2013-10-27T02:30:00+02:00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-02-30 | is not a date: February 2023 has no day 30",
        "2023-04-31 10:00 | is not a date: April 2023 has no day 31",
        "2023-13-01 | is not a date: there is no month 13",
        "2023-00-01 | is not a date: there is no month 0",
        "2023-01-00 | is not a date: January 2023 has no day 0",
        "2023-01-01 24:01 | is not a date: times go from 00:00:00 to 24:00:00",
        "2023-01-01 25:00 | is not a date: times go from 00:00:00 to 24:00:00",
        "2023-01-01 10:60 | is not a date: times go from 00:00:00 to 24:00:00",
        "2023-01-01 10:00:61 | is not a date: times go from 00:00:00 to 24:00:00",
        "2023-01-01 10:00:60 | is not a date: only the last minute of a day has a second 60",
        "9999-12-31 24:00 | is outside the years 1 to 9999",
        "2023-01-01 13:00 PM | is not a date: with PM, hours go from 1 to 12",
        "2023-01-01 0:30 a.m. | is not a date: with a.m., hours go from 1 to 12",
        "2023-01-01 10 | is not a date in a known form",
        "2023-01-01 10 AMT | is not a date in a known form",
        "02/03/2023 | may begin with the day or with the month",
        "2.3.2023 10:00 | may begin with the day or with the month",
        "2-3-23 | may begin with the day or with the month",
        "0000-01-01 | is outside the years 1 to 9999",
        "9999-12-31 23:59:59 -0500 | is outside the years 1 to 9999",
        "15 Foo 2023 | is not a date: no month is called \"Foo\"",
        "20230715 | is not a date in a known form",
        "07/15/2023 | is not a date in a known form",
        "2023-07/15 | is not a date in a known form",
        "12023-07-15 | is not a date in a known form",
        "2023-07-15 10:00:00 2023 -0800 | is not a date in a known form",
        "tomorrow | is not a date in a known form",
        "15 Oct 23 | is not a date in a known form",
      })
  void whatIsNoDateIsRefusedWithTheReason(String text, String reason) {
    assertThatThrownBy(() -> DateText.read(text, Reading.BERLIN))
        .isInstanceOf(MalformedDate.class)
        .hasMessage(reason + "; write it like 2013-07-12 13:35:41 +0000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XST", "+25:00", "Mars/Olympus", "+01:0"})
  void anUnknownZoneIsRefused(String zone) {
    assertThatThrownBy(() -> DateText.read("2013-07-12 10:00:00 " + zone, Reading.BERLIN))
        .isInstanceOf(MalformedDate.class)
        .hasMessage(
            "is not a date: there is no time zone \""
                + zone
                + "\"; write its offset, such as +01:00");
  }

  @Test
  void aLongTextIsRefusedWithoutBeingMatched() {
    assertThatThrownBy(() -> DateText.read("Mon ".repeat(20_000), Reading.BERLIN))
        .isInstanceOf(MalformedDate.class);
  }
}

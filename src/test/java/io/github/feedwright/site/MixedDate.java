package io.github.feedwright.site;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Forms of dates that posts have, of a time that has no seconds. */
enum MixedDate {
  OFFSET("yyyy-MM-dd HH:mm:ss'+02:00'", "+02:00"),
  COMPACT_OFFSET("yyyy-MM-dd HH:mm:ss -0330", "-03:30"),
  NAMED("yyyy-MM-dd HH:mm 'UTC'", "Z"),
  SUMMER("yyyy-MM-dd HH:mm:ss 'CEST'", "+02:00"),
  EASTERN("yyyy-MM-dd HH:mm:ss 'EST'", "-05:00"),
  NAIVE("yyyy-MM-dd HH:mm", "Z"),
  INTERNET("yyyy-MM-dd'T'HH:mm:ss.SSS'+01:00'", "+01:00"),
  NANOS("yyyy-MM-dd HH:mm:ss.SSSSSSSSS 'Z'", "Z"),
  HEXO("yyyy/M/d HH:mm:ss", "Z"),
  MAIL("EEE, dd MMM yyyy HH:mm:ss +0530", "+05:30"),
  WORDS("dd MMM yyyy HH:mm", "Z"),
  AMERICAN("MMM d, yyyy HH:mm", "Z");

  private final DateTimeFormatter form;
  private final ZoneOffset offset;

  MixedDate(String form, String offset) {
    this.form = DateTimeFormatter.ofPattern(form, Locale.ENGLISH);
    this.offset = ZoneOffset.of(offset);
  }

  String write(LocalDateTime time) {
    return form.format(time);
  }

  OffsetDateTime means(LocalDateTime time) {
    return time.atOffset(offset);
  }
}

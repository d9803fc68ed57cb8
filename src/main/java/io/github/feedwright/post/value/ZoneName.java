package io.github.feedwright.post.value;

import io.github.feedwright.text.Quoted;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** Reads a time zone as people write it: an offset, an abbreviation, a place. */
final class ZoneName {
  /** Java resolves most of these by place, so by season; but EST in July still means EST. */
  private static final Map<String, ZoneOffset> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("Z", ZoneOffset.UTC),
          Map.entry("UTC", ZoneOffset.UTC),
          Map.entry("UT", ZoneOffset.UTC),
          Map.entry("GMT", ZoneOffset.UTC),
          Map.entry("EST", ZoneOffset.ofHours(-5)),
          Map.entry("EDT", ZoneOffset.ofHours(-4)),
          Map.entry("CST", ZoneOffset.ofHours(-6)),
          Map.entry("CDT", ZoneOffset.ofHours(-5)),
          Map.entry("MST", ZoneOffset.ofHours(-7)),
          Map.entry("MDT", ZoneOffset.ofHours(-6)),
          Map.entry("PST", ZoneOffset.ofHours(-8)),
          Map.entry("PDT", ZoneOffset.ofHours(-7)),
          Map.entry("BST", ZoneOffset.ofHours(1)),
          Map.entry("CET", ZoneOffset.ofHours(1)),
          Map.entry("CEST", ZoneOffset.ofHours(2)),
          Map.entry("IST", ZoneOffset.ofHoursMinutes(5, 30)),
          Map.entry("JST", ZoneOffset.ofHours(9)));

  private ZoneName() {}

  static ZoneId read(String name) throws MalformedDate {
    ZoneOffset known = ABBREVIATIONS.get(name.toUpperCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    try {
      return name.indexOf('/') > 0 ? ZoneId.of(name) : ZoneOffset.of(offset(name));
    } catch (DateTimeException unknown) {
      throw new MalformedDate(
          "is not a date: there is no time zone " + Quoted.of(name),
          "write its offset, such as +01:00");
    }
  }

  /** {@code UTC+02:00} is Nikola's way of writing {@code +02:00}. */
  private static String offset(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("UTC") || upper.startsWith("GMT") ? name.substring(3) : name;
  }
}

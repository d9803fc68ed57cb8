package io.github.feedwright.settings.value;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of numbers, durations and sizes. */
public final class Quantities {
  private static final Pattern WITH_UNIT = Pattern.compile("([0-9]{1,9}) ?([A-Za-z]+)");
  private static final Map<String, Duration> TIMES =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Map<String, Long> SIZES = Map.of("KiB", 1024L, "MiB", 1024L * 1024);

  private Quantities() {}

  /** A whole number in a range, both ends included. */
  public static Form<Integer> number(int least, int most) {
    return Form.of(
        "a number from " + least + " to " + most,
        text ->
            Optional.of(text)
                .filter(each -> each.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .filter(number -> least <= number && number <= most));
  }

  /** A duration in a range, both ends included. */
  public static Form<Duration> duration(String least, String most) {
    return Form.of(
        "a duration from " + least + " to " + most + ", such as 30s or 15m",
        text -> duration(text).filter(each -> isBetween(each, least, most)));
  }

  /**
   * A duration in a range, both ends included, in whole seconds, because HTTP counts in seconds.
   */
  public static Form<Duration> seconds(String least, String most) {
    return Form.of(
        "a duration from " + least + " to " + most + " in whole seconds, such as 30s or 15m",
        text ->
            duration(text)
                .filter(each -> isBetween(each, least, most))
                .filter(each -> each.toMillisPart() == 0));
  }

  /** A number of bytes in a range, both ends included. */
  public static Form<Long> size(String least, String most) {
    return Form.of(
        "a size from " + least + " to " + most,
        text ->
            size(text)
                .filter(
                    each -> size(least).orElseThrow() <= each && each <= size(most).orElseThrow()));
  }

  private static boolean isBetween(Duration time, String least, String most) {
    return duration(least).orElseThrow().compareTo(time) <= 0
        && time.compareTo(duration(most).orElseThrow()) <= 0;
  }

  private static Optional<Duration> duration(String text) {
    Matcher parts = WITH_UNIT.matcher(text);
    return parts.matches()
        ? Optional.ofNullable(TIMES.get(parts.group(2)))
            .map(unit -> unit.multipliedBy(Long.parseLong(parts.group(1))))
        : Optional.empty();
  }

  private static Optional<Long> size(String text) {
    Matcher parts = WITH_UNIT.matcher(text);
    return parts.matches()
        ? Optional.ofNullable(SIZES.get(parts.group(2)))
            .map(unit -> unit * Long.parseLong(parts.group(1)))
        : Optional.empty();
  }
}

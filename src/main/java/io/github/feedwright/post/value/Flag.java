package io.github.feedwright.post.value;

import java.util.Locale;

/** Yes or no, in the words of YAML 1.1, quoted or not. */
public enum Flag {
  YES,
  NO,
  /** Neither: the caller decides what is safe. */
  UNCLEAR;

  public static Flag of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> YES;
      case "false", "no", "off" -> NO;
      default -> UNCLEAR;
    };
  }
}

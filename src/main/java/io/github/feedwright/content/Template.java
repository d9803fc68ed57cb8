package io.github.feedwright.content;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What another generator would have filled into an address. */
final class Template {
  /** Quotes in it end an attribute before it ends. */
  private static final Pattern TAG =
      Pattern.compile("(?s)(?:<%|\\{%|\\{\\{).{0,1000}?(?:%>|%\\}|\\}\\}|$)");

  private Template() {}

  static boolean isIn(String address) {
    return !in(address).isEmpty();
  }

  /** The tags in an address, as they were written. */
  static List<String> in(String address) {
    String text = address.indexOf('%') < 0 ? address : Percent.decode(address);
    // Markdown takes the angle brackets of (<%= x %>) for those around an address.
    String whole =
        text.length() > 2 && text.startsWith("%") && text.endsWith("%") ? "<" + text + ">" : text;
    return TAG.matcher(whole).results().map(MatchResult::group).toList();
  }
}

package io.github.feedwright.content.source;

import java.util.regex.Pattern;

/** Tags of HTML, as opposed to what TeX says with the same signs: {@code a<b} and {@code <b>}. */
public final class TexTags {
  private static final String ATTRIBUTE =
      "\\s++[A-Za-z_:@][\\w:.@-]{0,100}+"
          + "(?:\\s*+=\\s*+(?:\"[^\"]{0,2000}+\"|'[^']{0,2000}+'|[^\\s\"'=<>`]{1,2000}+))?+";

  /**
   * An end tag, or a start tag; one with a name of a single letter needs attributes that only HTML
   * has.
   */
  public static final Pattern TAG =
      Pattern.compile(
          "</[A-Za-z][\\w:-]{0,100}+\\s*+>"
              + "|<[A-Za-z](?:[\\w:-]{1,100}+|(?=[^<>]{0,500}(?:=|(?i:hidden|popover))))"
              + "(?:"
              + ATTRIBUTE
              + "){0,50}+\\s*+/?>");

  private TexTags() {}
}

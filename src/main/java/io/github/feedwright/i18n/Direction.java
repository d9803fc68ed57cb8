package io.github.feedwright.i18n;

import java.util.Locale;
import java.util.Set;

/** The direction in which a language is written. */
public enum Direction {
  LTR("ltr"),
  RTL("rtl");

  private static final Set<String> RTL_SCRIPTS =
      Set.of(
          "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Syre", "Thaa");

  /** Languages that are written from right to left if the tag names no script. */
  private static final Set<String> RTL_LANGUAGES =
      Set.of(
          "ar", "arc", "arz", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc",
          "mzn", "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi");

  private final String attribute;

  Direction(String attribute) {
    this.attribute = attribute;
  }

  /** The direction of a language (BCP 47); left to right if it is unknown. */
  public static Direction of(String language) {
    Locale locale = Locale.forLanguageTag(language);
    String script = locale.getScript();
    boolean rtl =
        script.isEmpty()
            ? RTL_LANGUAGES.contains(locale.getLanguage())
            : RTL_SCRIPTS.contains(script);
    return rtl ? RTL : LTR;
  }

  /** The value of the {@code dir} attribute. */
  public String attribute() {
    return attribute;
  }
}

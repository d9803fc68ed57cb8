package io.github.feedwright.i18n;

import java.util.Locale;
import java.util.Map;

/**
 * What languages call themselves: those who look for their own language know this name. The names
 * do not come from the JDK, for the reason that {@link Words} gives.
 */
public final class LanguageNames {
  private static final Map<String, String> NAMES = Words.resource("languages");

  private LanguageNames() {}

  /**
   * The name of a language.
   *
   * @param tag BCP 47, such as {@code fr}
   * @return such as {@code Français}; of a tag that is not listed, the name of its longest listed
   *     part (RFC 4647, section 3.4), with the rest, {@code Français (BE)}; else the tag
   */
  public static String of(String tag) {
    for (int end = tag.length(); end > 0; end = tag.lastIndexOf('-', end - 1)) {
      String name = NAMES.get(tag.substring(0, end).toLowerCase(Locale.ROOT));
      if (name != null) {
        return end == tag.length() ? name : name + " (" + tag.substring(end + 1) + ")";
      }
    }
    return tag;
  }
}

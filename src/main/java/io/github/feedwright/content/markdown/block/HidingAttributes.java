package io.github.feedwright.content.markdown.block;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of a container or of code that may hide it, which its element gets: the cleaner
 * decides.
 */
final class HidingAttributes {
  private static final Set<String> NAMES = Set.of("hidden", "popover", "style");

  private static final Pattern BRACES = Pattern.compile("\\{([^{}]{1,2000})\\}");

  private static final Pattern EACH =
      Pattern.compile("([^\\s=\"']++)(?:=(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"']++)))?+");

  private HidingAttributes() {}

  /** Those in the braces of the line that begins it. */
  static Map<String, String> in(CharSequence line) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher braces = BRACES.matcher(line);
    while (braces.find()) {
      Matcher each = EACH.matcher(braces.group(1));
      while (each.find()) {
        String name = each.group(1).toLowerCase(Locale.ROOT);
        if (NAMES.contains(name)) {
          found.put(name, value(each));
        }
      }
    }
    return found;
  }

  private static String value(Matcher attribute) {
    for (int group = 2; group <= 4; group++) {
      if (attribute.group(group) != null) {
        return attribute.group(group);
      }
    }
    return "";
  }
}

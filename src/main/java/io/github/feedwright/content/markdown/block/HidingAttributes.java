package io.github.feedwright.content.markdown.block;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of a container or of code that may hide it, which its element gets: the cleaner
 * decides.
 */
final class HidingAttributes {
  private static final Set<String> NAMES = Set.of("hidden", "popover", "style");

  private static final String QUOTED = "\"[^\"]{0,2000}+\"|'[^']{0,2000}+'";

  /** A list in braces, which a quoted value may hold; or a value outside of it, to skip it. */
  private static final Pattern LIST =
      Pattern.compile("=(?:" + QUOTED + ")|\\{((?:" + QUOTED + "|[^{}]){1,2000}+)\\}");

  /** An attribute; or a text in quotes, to skip it. */
  private static final Pattern EACH =
      Pattern.compile("([^\\s=\"']++)(?:=(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"']++)))?+|" + QUOTED);

  private HidingAttributes() {}

  /** Those in the braces of the line that begins it. */
  static Map<String, String> in(CharSequence line) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String list : lists(line)) {
      Matcher each = EACH.matcher(list);
      while (each.find()) {
        String name = each.group(1) == null ? "" : each.group(1).toLowerCase(Locale.ROOT);
        if (NAMES.contains(name)) {
          found.put(name, value(each));
        }
      }
    }
    return found;
  }

  /** What is in the braces of a line, without those in a quoted value. */
  static List<String> lists(CharSequence line) {
    return LIST.matcher(line)
        .results()
        .map(list -> list.group(1))
        .filter(Objects::nonNull)
        .toList();
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

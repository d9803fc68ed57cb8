package io.github.feedwright.content.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of {@code srcset}: addresses, each with a width or a density. */
final class Srcset {
  private static final Pattern DESCRIPTORS =
      Pattern.compile("(?<!\\s)(?:\\s++\\d++(?:\\.\\d++)?[wxh]){1,2}$");

  private Srcset() {}

  /**
   * The value with every address resolved.
   *
   * @return the value, or null if no address is left
   */
  static @Nullable String absolute(String value, Resolver resolver) {
    List<String> kept = new ArrayList<>();
    int at = 0;
    while ((at = skip(value, at, true)) < value.length()) {
      int end = skip(value, at, false);
      String url = value.substring(at, end);
      boolean last = url.endsWith(",");
      int descriptorEnd = last ? end : comma(value, end);
      String rest = value.substring(end, descriptorEnd).stripTrailing();
      Matcher descriptors = DESCRIPTORS.matcher(rest);
      String descriptor = descriptors.find() ? descriptors.group() : "";
      // Anything else belongs to an address that its author wrote with blanks.
      String blanks = rest.substring(0, rest.length() - descriptor.length());
      String absolute = resolver.resolve(last ? withoutCommas(url) : url + blanks);
      if (absolute != null) {
        // A comma in an address would end it for less careful parsers.
        kept.add((absolute.replace(",", "%2C") + " " + descriptor.strip()).strip());
      }
      at = descriptorEnd;
    }
    return kept.isEmpty() ? null : String.join(", ", kept);
  }

  /** Resolves an address. */
  interface Resolver {
    /** The absolute address, or null to remove it. */
    @Nullable String resolve(String url);
  }

  private static String withoutCommas(String url) {
    int end = url.length();
    while (end > 0 && url.charAt(end - 1) == ',') {
      end--;
    }
    return url.substring(0, end);
  }

  private static int comma(String value, int from) {
    int comma = value.indexOf(',', from);
    return comma < 0 ? value.length() : comma;
  }

  /**
   * The first index where blanks and commas end, or where an address ends (commas do not end one).
   */
  private static int skip(String value, int from, boolean between) {
    int at = from;
    while (at < value.length() && between == isBetween(value.charAt(at), between)) {
      at++;
    }
    return at;
  }

  private static boolean isBetween(char c, boolean comma) {
    return Character.isWhitespace(c) || (comma && c == ',');
  }
}

package io.github.feedwright.content.css;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Declarations of CSS, of which only those are read that hide an element. */
public final class Style {
  /** CSS Syntax Level 3, section 4.3.7. */
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})[ \\t\\n]?|([^0-9a-fA-F\\n]))");

  private static final Pattern IMPORTANT =
      Pattern.compile("(.*\\S)?\\s*!\\s*important", Pattern.DOTALL);

  private static final Map<String, String> HIDING =
      Map.of("display", "none", "visibility", "hidden collapse", "content-visibility", "hidden");

  private Style() {}

  /**
   * Whether declarations hide, as a browser reads them: the last of a property counts, unless one
   * before it is important.
   *
   * @return null where they do not say
   */
  public static @Nullable Boolean hides(String declarations) {
    if (isSilent(declarations)) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    Map<String, String> important = new HashMap<>();
    String plain = plain(declarations).toLowerCase(Locale.ROOT);
    for (int at = 0; at < plain.length(); ) {
      int end = end(plain, at);
      int colon = plain.indexOf(':', at);
      String property = colon < 0 || colon >= end ? "" : plain.substring(at, colon).strip();
      if (HIDING.containsKey(property)) {
        Matcher mark = IMPORTANT.matcher(plain.substring(colon + 1, end).strip());
        boolean isImportant = mark.matches();
        String value = isImportant ? mark.group(1) : plain.substring(colon + 1, end).strip();
        (isImportant ? important : values).put(property, value == null ? "" : value);
      }
      at = end + 1;
    }
    values.putAll(important);
    return values.isEmpty() ? null : values.entrySet().stream().anyMatch(Style::isHiding);
  }

  private static boolean isHiding(Map.Entry<String, String> declaration) {
    return !declaration.getValue().isEmpty()
        && (" " + HIDING.get(declaration.getKey()) + " ")
            .contains(" " + declaration.getValue() + " ");
  }

  /** Where a declaration ends: at the first semicolon outside of quotes. */
  private static int end(String css, int start) {
    char quote = 0;
    for (int at = start; at < css.length(); at++) {
      char c = css.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ';') {
        return at;
      }
    }
    return css.length();
  }

  /** Most declarations are about looks. */
  private static boolean isSilent(String declarations) {
    String lower = declarations.toLowerCase(Locale.ROOT);
    return !lower.contains("display")
        && !lower.contains("visibility")
        && lower.indexOf('\\') < 0
        && lower.indexOf('*') < 0;
  }

  /** CSS without its comments, with what is escaped as itself. */
  static String plain(String css) {
    StringBuilder bare = new StringBuilder(css.length());
    int at = 0;
    for (int start = css.indexOf("/*"); start >= 0; start = css.indexOf("/*", at)) {
      int end = css.indexOf("*/", start + 2);
      bare.append(css, at, start).append(' ');
      at = end < 0 ? css.length() : end + 2;
    }
    bare.append(css, at, css.length());
    return bare.indexOf("\\") < 0
        ? bare.toString()
        : ESCAPE.matcher(bare).replaceAll(each -> Matcher.quoteReplacement(unescaped(each)));
  }

  private static String unescaped(MatchResult escape) {
    if (escape.group(1) == null) {
      return escape.group(2);
    }
    int point = Integer.parseInt(escape.group(1), 16);
    return Character.isValidCodePoint(point) ? Character.toString(point) : "";
  }
}

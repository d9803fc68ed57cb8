package io.github.feedwright.content.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a style sheet that hide or show something on every screen (CSS Syntax Level 3, CSS
 * Nesting, CSS Cascade 5). What only some screens hide, others show.
 */
public final class StyleSheet {
  private static final int DEEPEST = 50;
  private static final int MOST_SELECTORS = 200;
  private static final int LONGEST_SELECTOR = 500;

  private static final Pattern IMPORTANT =
      Pattern.compile("(?i)(?:display|visibility)[^;]{0,200}!\\s{0,20}+important");

  /** The only media for which there is no such thing as a screen. */
  private static final Pattern EVERY_SCREEN =
      Pattern.compile("(?:only\\s+)?(?:all|screen)|not\\s+(?:print|speech|tty|tv|projection)|");

  private final String css;
  private final List<Rule> rules = new ArrayList<>();

  /**
   * A rule.
   *
   * @param hides whether it hides what its selectors match, or shows it
   * @param isImportant whether it says so
   */
  public record Rule(List<String> selectors, boolean hides, boolean isImportant) {
    public Rule {
      selectors = List.copyOf(selectors);
    }
  }

  private StyleSheet(String css) {
    this.css = css;
  }

  /** The rules of a sheet, in order. */
  public static List<Rule> rules(String css) {
    // The marks of a comment of HTML mean nothing here.
    StyleSheet sheet = new StyleSheet(Style.plain(css.replace("<!--", " ").replace("-->", " ")));
    sheet.block(0, List.of(), 0);
    return sheet.rules;
  }

  /** Whether a list of media queries holds for every screen. */
  public static boolean isForScreens(String media) {
    for (String each : media.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (EVERY_SCREEN.matcher(each.strip()).matches()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads a block, or the whole sheet.
   *
   * @param parents the selectors of the rule that it belongs to; null where nothing in it counts
   * @return the index after its end
   */
  private int block(int from, @Nullable List<String> parents, int depth) {
    StringBuilder declarations = new StringBuilder();
    int start = from;
    int at = from;
    while (at < css.length() && (css.charAt(at) != '}' || depth == 0)) {
      char c = css.charAt(at);
      if (c == '{') {
        int end = nested(css.substring(start, at).strip(), at + 1, parents, depth + 1);
        at = Math.min(end, css.length());
        start = at;
      } else if (c == ';') {
        declarations.append(css, start, ++at);
        start = at;
      } else {
        at = afterToken(at);
      }
    }
    int end = Math.min(at, css.length());
    declarations.append(css, start, end);
    if (parents != null && !parents.isEmpty()) {
      add(parents, declarations.toString());
    }
    return end + 1;
  }

  /** The index after a string, or else after a character. */
  private int afterToken(int start) {
    char quote = css.charAt(start);
    if (quote != '"' && quote != '\'') {
      return start + 1;
    }
    int at = start + 1;
    while (at < css.length() && css.charAt(at) != quote && css.charAt(at) != '\n') {
      at++;
    }
    return at + 1;
  }

  private int nested(String prelude, int from, @Nullable List<String> parents, int depth) {
    if (depth > DEEPEST) {
      return css.length();
    }
    if (prelude.startsWith("@")) {
      return block(from, parents != null && holds(prelude) ? parents : null, depth);
    }
    return block(from, parents == null ? null : selectors(prelude, parents), depth);
  }

  private static boolean holds(String rule) {
    String[] words = rule.toLowerCase(Locale.ROOT).split("(?=[\\s(])", 2);
    String condition = words.length == 1 ? "" : words[1].strip();
    return switch (words[0]) {
      case "@media" -> isForScreens(condition);
      case "@supports" -> !condition.startsWith("not");
      case "@layer", "@scope" -> true;
      default -> false;
    };
  }

  /** The selectors of a rule, in full; null if one is missing, for which browsers drop the rule. */
  private static @Nullable List<String> selectors(String prelude, List<String> parents) {
    List<String> all = new ArrayList<>();
    for (String each : split(prelude)) {
      if (each.isBlank()) {
        return null;
      }
      for (String parent : parents.isEmpty() ? List.of("") : parents) {
        String full =
            each.contains("&") ? each.replace("&", parent) : (parent + " " + each.strip()).strip();
        if (all.size() < MOST_SELECTORS && full.length() <= LONGEST_SELECTOR) {
          all.add(full.strip());
        }
      }
    }
    return all;
  }

  /** The parts between commas that are not in brackets. */
  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at < list.length(); at++) {
      char c = list.charAt(at);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(list.substring(start, at));
        start = at + 1;
      }
    }
    parts.add(list.substring(start));
    return parts;
  }

  private void add(List<String> selectors, String declarations) {
    Boolean hides = Style.hides(declarations);
    if (hides != null) {
      rules.add(new Rule(selectors, hides, IMPORTANT.matcher(declarations).find()));
    }
  }
}

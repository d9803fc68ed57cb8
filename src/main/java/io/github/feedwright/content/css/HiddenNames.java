package io.github.feedwright.content.css;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The classes and ids that the {@code style} elements of a text hide, for what gets them otherwise
 * than by HTML.
 */
public final class HiddenNames {
  private static final Pattern START =
      Pattern.compile("<style\\b([^<>]{0,500})>", Pattern.CASE_INSENSITIVE);
  private static final Pattern END = Pattern.compile("</style", Pattern.CASE_INSENSITIVE);
  private static final Pattern MEDIA =
      Pattern.compile("\\bmedia\\s*=\\s*[\"']?([^\"'>]*)", Pattern.CASE_INSENSITIVE);

  /** What belongs to one element, at the end of a selector. */
  private static final Pattern LAST = Pattern.compile("[^\\s>+~]+$");

  private static final Pattern FUNCTION = Pattern.compile(":(?:not|has)\\([^()]*\\)");
  private static final Pattern NAME = Pattern.compile("[.#][\\w\\P{ASCII}-]+");

  private static final Pattern TYPE = Pattern.compile("[A-Za-z][\\w-]*");

  private final Set<Set<String>> hidden = new HashSet<>();

  private HiddenNames() {}

  /**
   * Those of a text.
   *
   * @param isCode whether the character at an index is code
   */
  public static HiddenNames in(String text, IntPredicate isCode) {
    HiddenNames names = new HiddenNames();
    Matcher start = START.matcher(text);
    Matcher end = END.matcher(text);
    for (int at = 0; start.find(at) && end.find(start.end()); at = end.end()) {
      Matcher media = MEDIA.matcher(start.group(1));
      boolean counts = !media.find() || StyleSheet.isForScreens(media.group(1));
      if (counts && !isCode.test(start.start())) {
        StyleSheet.rules(text.substring(start.end(), end.start())).forEach(names::add);
      }
    }
    return names;
  }

  private void add(StyleSheet.Rule rule) {
    for (String selector : rule.hides() ? rule.selectors() : List.<String>of()) {
      Matcher last = LAST.matcher(FUNCTION.matcher(selector).replaceAll(""));
      if (last.find() && last.group().indexOf(':') < 0) {
        Set<String> found =
            NAME.matcher(last.group())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        boolean isType = found.isEmpty() && TYPE.matcher(last.group()).matches();
        hidden.add(isType ? Set.of("<" + last.group().toLowerCase(Locale.ROOT)) : found);
      }
    }
    hidden.remove(Set.of());
  }

  /**
   * Whether an element is hidden that has these classes ({@code .a}), ids ({@code #b}) and name
   * ({@code <c}).
   */
  public boolean hide(Set<String> names) {
    return hidden.stream().anyMatch(names::containsAll);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return hidden.isEmpty();
  }
}

package io.github.feedwright.content.html;

import io.github.feedwright.content.css.StyleSheet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** What the {@code style} elements of a post hide: they are not published, and it would show. */
final class StyleRules {
  /** Elements, classes, ids, attributes and places; no states of an element, and no parts of it. */
  private static final Pattern SELECTOR =
      Pattern.compile(
          "(?:[\\w\\s.#>+~*=\\[\\]^$|(),\\P{ASCII}-]|\"[^\"]*+\"|'[^']*+'"
              + "|:(?:not|is|first-child|last-child|only-child|first-of-type|last-of-type"
              + "|only-of-type|nth-child|nth-last-child|nth-of-type|nth-last-of-type|empty)\\b)++");

  private static final Pattern WHERE = Pattern.compile(":(?:where|-webkit-any|matches)(?=\\()");

  /** What an element holds is not known before; when in doubt, it is hidden. */
  private static final Pattern HAS = Pattern.compile(":has\\([^()]*\\)");

  private static final Pattern NOT = Pattern.compile(":not\\([^()]*\\)");
  private static final Pattern CLASS = Pattern.compile("\\.([\\w\\P{ASCII}-]+)");
  private static final Pattern TYPE = Pattern.compile("(?:^|[\\s>+~])[A-Za-z]");
  private static final Pattern SIBLINGS = Pattern.compile("[+~:]");

  /** More are not read: each is tried on each element. */
  private static final int MOST = 200;

  /** What it costs to try one on an element, in characters read. */
  private static final int PER_TRIAL = 20;

  private static final int PER_ID = 10_000;
  private static final int PER_CLASS = 100;

  private final List<Rule> rules = new ArrayList<>();
  private final CleaningContext context;
  private final Set<String> classes = new HashSet<>();

  /**
   * A rule for one selector.
   *
   * @param isWide whether its siblings are looked at
   * @param rank its specificity, roughly (Selectors Level 4, section 17)
   */
  private record Rule(
      Evaluator selector, boolean isWide, boolean hides, boolean isImportant, int rank) {}

  StyleRules(Element body, CleaningContext context) {
    this.context = context;
    List<Element> sheets = body.getElementsByTag("style");
    if (!sheets.isEmpty()) {
      body.stream().forEach(each -> classes.addAll(each.classNames()));
    }
    for (Element style : sheets) {
      if (StyleSheet.isForScreens(style.attributes().getIgnoreCase("media"))) {
        StyleSheet.rules(style.data()).forEach(this::add);
      }
    }
  }

  private void add(StyleSheet.Rule rule) {
    for (String each : rule.selectors()) {
      String known = WHERE.matcher(each).replaceAll(":is");
      String selector = rule.hides() ? HAS.matcher(known).replaceAll("") : known;
      if (rules.size() < MOST && SELECTOR.matcher(selector).matches() && hasClasses(selector)) {
        add(selector, rule);
      }
    }
  }

  /** Whether the post has its classes in the same letters: jsoup does not compare their case. */
  private boolean hasClasses(String selector) {
    if (selector.contains(":is(")) {
      return true;
    }
    Matcher name = CLASS.matcher(NOT.matcher(selector).replaceAll(""));
    while (name.find()) {
      if (!classes.contains(name.group(1))) {
        return false;
      }
    }
    return true;
  }

  private void add(String selector, StyleSheet.Rule rule) {
    try {
      rules.add(
          new Rule(
              QueryParser.parse(selector),
              SIBLINGS.matcher(selector).find(),
              rule.hides(),
              rule.isImportant(),
              rank(selector)));
    } catch (Selector.SelectorParseException | IllegalArgumentException notOne) {
      // A browser ignores it, too.
    }
  }

  private static int rank(String selector) {
    long ids = selector.chars().filter(c -> c == '#').count();
    long names = selector.chars().filter(c -> ".[:".indexOf(c) >= 0).count();
    long types = TYPE.matcher(selector).results().count();
    return (int) (ids * PER_ID + names * PER_CLASS + types);
  }

  /**
   * Whether they hide an element.
   *
   * @param isShown whether its own style says that it is shown, which only an important rule
   *     overrides
   */
  boolean hide(Element element, Element root, boolean isShown) {
    Rule strongest = null;
    for (Rule rule : rules) {
      Element parent = element.parent();
      context.budget().spend(PER_TRIAL);
      context.budget().spend(rule.isWide() && parent != null ? parent.childNodeSize() : 0);
      if (rule.selector().matches(root, element) && !isStronger(strongest, rule)) {
        strongest = rule;
      }
    }
    return strongest != null && strongest.hides() && (!isShown || strongest.isImportant());
  }

  private static boolean isStronger(@Nullable Rule before, Rule rule) {
    return before != null
        && (before.isImportant() == rule.isImportant()
            ? before.rank() > rule.rank()
            : before.isImportant());
  }
}

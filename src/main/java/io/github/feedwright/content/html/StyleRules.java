package io.github.feedwright.content.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** What the {@code style} elements of a post hide: they are not published, and it would show. */
final class StyleRules {
  /** Elements, classes, ids and attributes, and what lies within these; no states, no siblings. */
  private static final Pattern SELECTOR = Pattern.compile("[\\w\\s.#>*=\"'\\[\\]-]{1,200}");

  /** More are not read: each is tried on each element. */
  private static final int MOST = 50;

  /** What it costs to try one on an element, in characters read. */
  private static final int PER_TRIAL = 20;

  private final List<Rule> rules = new ArrayList<>();
  private final CleaningContext context;

  private record Rule(Evaluator selector, boolean hides) {}

  StyleRules(Element body, CleaningContext context) {
    this.context = context;
    for (Element style : body.getElementsByTag("style")) {
      // Browsers ignore the marks of a comment of HTML here (CSS Syntax Level 3, section 4.3.1).
      read(Style.plain(style.data().replace("<!--", " ").replace("-->", " ")));
    }
  }

  /** Rules within others, such as {@code @media}, are for some readers only. */
  private void read(String css) {
    int depth = 0;
    int start = 0;
    int open = 0;
    for (int at = 0; at < css.length() && rules.size() < MOST; at++) {
      char c = css.charAt(at);
      if (c == '{' && depth++ == 0) {
        open = at;
      } else if (c == '}' && depth > 0 && --depth == 0) {
        add(css.substring(start, open).strip(), css.substring(open + 1, at));
        start = at + 1;
      } else if (c == ';' && depth == 0) {
        start = at + 1;
      }
    }
  }

  private void add(String selectors, String declarations) {
    Boolean hides = selectors.startsWith("@") ? null : Style.hides(declarations);
    if (hides != null) {
      for (String selector : selectors.split(",", -1)) {
        add(selector.strip(), hides);
      }
    }
  }

  private void add(String selector, Boolean hides) {
    if (rules.size() < MOST && SELECTOR.matcher(selector).matches()) {
      try {
        rules.add(new Rule(QueryParser.parse(selector), hides));
      } catch (Selector.SelectorParseException | IllegalArgumentException notOne) {
        // A browser ignores it, too.
      }
    }
  }

  /** Whether they hide an element; null where they say nothing of it. */
  @Nullable Boolean hide(Element element, Element root) {
    Boolean last = null;
    for (Rule rule : rules) {
      context.budget().spend(PER_TRIAL);
      if (rule.selector().matches(root, element)) {
        last = rule.hides();
      }
    }
    return last;
  }
}

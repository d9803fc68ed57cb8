package io.github.feedwright.content.html;

import io.github.feedwright.content.css.HiddenNames;
import io.github.feedwright.content.css.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Takes out what browsers do not show: feed readers drop what hid it, and would show it. */
public final class HiddenElements {
  /** An element that says to hide the one before it. */
  public static final String PREVIOUS = "hides-previous";

  /** An element that says to hide the one after it. */
  public static final String NEXT = "hides-next";

  /** An element that says to hide the item, heading or paragraph that it is in. */
  public static final String AROUND = "hides-around";

  private static final Set<String> MARKS = Set.of(PREVIOUS, NEXT, AROUND);

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  private static final Set<String> BLOCKS =
      Set.of("li", "dt", "dd", "td", "th", "p", "h1", "h2", "h3", "h4", "h5", "h6");

  private static final String BEFORE_ATTRIBUTE = "(?:[^<>\"']|\"[^\"]*+\"|'[^']*+'){0,500}?\\s";

  private final CleaningContext context;
  private final StyleRules rules;
  private final Element body;

  private HiddenElements(Element body, CleaningContext context) {
    this.body = body;
    this.context = context;
    this.rules = new StyleRules(body, context);
  }

  /** Removes them, and reports it. */
  static void remove(Element body, CleaningContext context) {
    new HiddenElements(body, context).remove();
  }

  private void remove() {
    List<Element> marks = new ArrayList<>();
    Node at = body.firstChild();
    while (at != null) {
      String cause = at instanceof Element element ? cause(element) : null;
      Node next = cause == null && at.childNodeSize() > 0 ? at.childNode(0) : after(at);
      if (cause != null) {
        report((Element) at, cause);
        dropIdAround(at);
        remove(at);
      } else if (at instanceof Element element && MARKS.contains(element.normalName())) {
        marks.add(element);
      }
      at = next;
    }
    marks.forEach(this::follow);
  }

  /** A heading has its id from its words, those that are not shown among them. */
  private void dropIdAround(Node node) {
    Node at = node.parent();
    while (at instanceof Element element && !at.equals(body)) {
      if (HEADINGS.contains(element.normalName())) {
        element.removeAttr("id");
        return;
      }
      at = at.parent();
    }
  }

  /** The node that follows one and all that is in it, or null. */
  private @Nullable Node after(Node node) {
    for (Node at = node; at != null && !at.equals(body); at = at.parent()) {
      Node sibling = at.nextSibling();
      if (sibling != null) {
        return sibling;
      }
    }
    return null;
  }

  private void remove(Node node) {
    context.spendOnChange(node);
    Formulas.remove(node);
  }

  /** What hides an element; null where nothing does. */
  private @Nullable String cause(Element element) {
    if (element.nameIs("template") || element.nameIs("mphantom")) {
      return "browsers do not show it";
    }
    String own = own(element);
    if (own != null) {
      return "the attribute \"" + own + "\" hides it";
    }
    return rules.hide(element, body, shown(element))
        ? "a rule in a <style> element hides it"
        : null;
  }

  private static boolean shown(Element element) {
    return Boolean.FALSE.equals(Style.hides(element.attributes().getIgnoreCase("style")));
  }

  /** The attribute that hides an element, or null. */
  private static @Nullable String own(Element element) {
    if (element.attributesSize() == 0) {
      return null;
    }
    for (String each : new String[] {"hidden", "popover"}) {
      if (element.attributes().hasKeyIgnoreCase(each)) {
        return each;
      }
    }
    return hides(element.attributes().getIgnoreCase("style")) ? "style" : null;
  }

  /** Whether an attribute in a start tag hides its element, or a rule for one of its names. */
  public static boolean hidesByTag(String startTag, HiddenNames names) {
    Element element = Parser.xmlParser().parseInput(startTag, "").firstElementChild();
    if (element == null) {
      return false;
    }
    Set<String> own = new HashSet<>();
    own.add("<" + element.normalName());
    own.add("#" + element.attributes().getIgnoreCase("id"));
    Pattern.compile("\\s+")
        .splitAsStream(element.attributes().getIgnoreCase("class"))
        .forEach(each -> own.add("." + each));
    return own(element) != null || names.hide(own);
  }

  /** Whether an element is not published, nor what it holds. */
  public static boolean isRemoved(String element) {
    return element.equals("template")
        || element.equals("mphantom")
        || (HtmlPolicy.removal(element) != null && !element.equals("math"));
  }

  /** A start tag without the values of the attributes that are not published. */
  public static String published(String startTag) {
    Element element = Parser.xmlParser().parseInput(startTag, "").firstElementChild();
    if (element == null) {
      return startTag;
    }
    StringBuilder tag = new StringBuilder("<").append(element.tagName());
    boolean isWhole = true;
    for (Attribute each : element.attributes()) {
      String name = each.getKey().toLowerCase(Locale.ROOT);
      boolean isShown = HtmlPolicy.publishes(element.normalName(), name) || name.equals("src");
      isWhole &= isShown || each.getValue().isEmpty();
      tag.append(isShown ? " " + each.html() : "");
    }
    return isWhole ? startTag : tag.append('>').toString();
  }

  /** Whether declarations of CSS hide an element. */
  public static boolean hides(String style) {
    return Boolean.TRUE.equals(Style.hides(style));
  }

  private void follow(Element mark) {
    dropIdAround(mark);
    Node target =
        switch (mark.normalName()) {
          case PREVIOUS -> previous(mark);
          case NEXT -> next(mark);
          default -> around(mark);
        };
    if (target != null && !target.equals(body)) {
      remove(target);
    }
    remove(mark);
  }

  private @Nullable Node previous(Element mark) {
    Node before = mark.previousSibling();
    if (before instanceof TextNode text) {
      removeWords(text);
      return null;
    }
    if (!(before instanceof Comment)) {
      return before;
    }
    while (before != null && isBlank(before)) {
      before = before.previousSibling();
    }
    while (before != null && !isBlock(before)) {
      // A paragraph of a tight list has no element of its own.
      Node earlier = before.previousSibling();
      remove(before);
      before = earlier;
    }
    return before;
  }

  /** What a mark hides that follows no element: words in brackets (Pandoc), else the text. */
  private void removeWords(TextNode last) {
    List<Node> within = new ArrayList<>();
    int depth = 0;
    for (Node at = last; at != null; at = at.previousSibling()) {
      context.budget().spend(1);
      String text = at instanceof TextNode words ? words.getWholeText() : "";
      for (int i = text.length() - 1; i >= 0; i--) {
        depth += text.charAt(i) == ']' ? 1 : text.charAt(i) == '[' ? -1 : 0;
        if (depth == 0) {
          within.forEach(this::remove);
          ((TextNode) at)
              .text(at.equals(last) && i == text.length() - 1 ? "" : text.substring(0, i));
          return;
        }
      }
      within.add(at);
    }
    remove(last);
  }

  private static boolean isBlock(Node node) {
    return node instanceof Element element && element.isBlock();
  }

  private static @Nullable Node next(Element mark) {
    Node after = mark.nextSibling();
    while (after != null && isBlank(after)) {
      after = after.nextSibling();
    }
    return after;
  }

  private static boolean isBlank(@Nullable Node node) {
    return node instanceof Comment || (node instanceof TextNode text && text.isBlank());
  }

  private @Nullable Node around(Element mark) {
    Element at = mark.parent();
    while (at != null && !at.equals(body) && !BLOCKS.contains(at.normalName())) {
      at = at.parent();
    }
    return at;
  }

  private void report(Element element, String cause) {
    String name = element.normalName();
    String own = own(element);
    String within = own == null ? "" : BEFORE_ATTRIBUTE + own + "\\b";
    String container = own == null ? "" : "|(?::::|```|~~~)[^\\n]{0,500}?\\b" + own + "\\b";
    context
        .problems()
        .note(
            () -> Pattern.compile("(?i)<" + Pattern.quote(name) + "\\b" + within + container),
            ElementCleaner.article(name)
                + (" <" + name + "> element was removed: " + cause)
                + ", but feed readers would show it; remove it, or what hides it");
  }
}

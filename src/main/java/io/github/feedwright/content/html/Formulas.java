package io.github.feedwright.content.html;

import io.github.feedwright.text.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * MathML, of which the presentation elements are published (MathML Core, section 3). KaTeX and
 * MathJax write a formula twice, once for their style sheets: that half goes.
 */
final class Formulas {
  private static final Set<String> PUBLISHED =
      Set.of(
          ("math merror mfenced mfrac mi mlabeledtr mmultiscripts mn mo mover mpadded mprescripts"
                  + " mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder"
                  + " munderover menclose none")
              .split(" ", -1));

  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("accent accentunder align alttext close columnalign columnlines columnspacing columnspan"
                  + " depth dir display displaystyle fence form frame height largeop linethickness"
                  + " lspace mathbackground mathcolor mathsize mathvariant maxsize minsize"
                  + " movablelimits notation open rowalign rowlines rowspacing rowspan rspace"
                  + " scriptlevel separator separators stretchy symmetric voffset width")
              .split(" ", -1));

  /** The same in other notations, and what is drawn by other means. */
  private static final Set<String> REMOVED =
      Set.of("annotation", "annotation-xml", "mglyph", "malignmark", "maligngroup");

  /** Elements in which each child has a meaning by its place (MathML Core, section 3). */
  private static final Set<String> COUNTED =
      Set.of(
          "mfrac",
          "mmultiscripts",
          "mover",
          "mroot",
          "msub",
          "msubsup",
          "msup",
          "mtr",
          "munder",
          "munderover");

  private static final Set<String> WRITTEN_TWICE =
      Set.of("katex", "MathJax", "MathJax_SVG", "MathJax_CHTML");

  private final CleaningContext context;

  private Formulas(CleaningContext context) {
    this.context = context;
  }

  /** Whether an element belongs to a formula, which is clean already. */
  static boolean holds(Element element) {
    return element.tag().namespace().equals(Parser.NamespaceMathml);
  }

  /** Cleans every formula below an element. */
  static void clean(Element body, CleaningContext context) {
    Formulas formulas = new Formulas(context);
    for (Element math : new ArrayList<>(body.getElementsByTag("math"))) {
      if (holds(math) && isOutermost(math)) {
        formulas.unwrap(math, body);
        formulas.clean(math);
      }
    }
  }

  private static boolean isOutermost(Element math) {
    Element parent = math.parent();
    return parent == null || !holds(parent);
  }

  /** Puts a formula in place of what shows it twice. */
  private void unwrap(Element math, Element body) {
    Element outer = null;
    for (Element at = math.parent(); at != null && !at.equals(body); at = at.parent()) {
      context.budget().spend(1);
      outer = isTwofold(at) ? at : outer;
    }
    if (outer != null) {
      context.spendOnChange(outer);
      outer.replaceWith(math);
    }
  }

  private static boolean isTwofold(Element element) {
    return element.normalName().equals("mjx-container")
        || (element.attributesSize() > 0
            && element.classNames().stream().anyMatch(WRITTEN_TWICE::contains));
  }

  private void clean(Element math) {
    List<Node> nodes = new ArrayList<>();
    math.nodeStream().forEach(nodes::add);
    for (Node node : nodes) {
      if (node instanceof CDataNode text) {
        // Outside of a formula, where a reader may put it, its end would be elsewhere.
        change(text, new TextNode(text.getWholeText()));
      } else if (node instanceof Element element && element.parent() != null) {
        cleanElement(element);
      }
    }
  }

  private void cleanElement(Element element) {
    String name = element.normalName();
    if (holds(element) && PUBLISHED.contains(name)) {
      attributes(element);
      if (element.childNodeSize() == 0) {
        // Written without an end tag, it would hold what follows for readers that do not know it.
        element.appendChild(new TextNode(""));
      }
    } else if (name.equals("maction")) {
      change(element, element.firstElementChild());
    } else if (REMOVED.contains(name)
        || HtmlPolicy.removal(name) != null
        || !(holds(element) || HtmlPolicy.publishes(name))) {
      change(element, null);
    } else if (isCounted(element)) {
      Element row = empty("mrow");
      change(element, row);
      row.appendChildren(element.childNodes());
    } else {
      context.spendOnChange(element);
      element.unwrap();
    }
  }

  /** Puts something in a node's place, or nothing. */
  private void change(Node node, @Nullable Node other) {
    context.spendOnChange(node);
    if (other != null) {
      node.replaceWith(other);
    } else {
      remove(node);
    }
  }

  /** Removes a node; where a formula counts what is in it, an empty element takes its place. */
  static void remove(Node node) {
    if (node instanceof Element element && isCounted(element)) {
      element.replaceWith(empty(element.nameIs("mtd") ? "mtd" : "mrow"));
    } else {
      node.remove();
    }
  }

  private static boolean isCounted(Element element) {
    Element parent = element.parent();
    return parent != null && holds(parent) && COUNTED.contains(parent.normalName());
  }

  private static Element empty(String name) {
    Tag tag = Tag.valueOf(name, Parser.NamespaceMathml, ParseSettings.preserveCase);
    return new Element(tag, null).appendChild(new TextNode(""));
  }

  private static void attributes(Element element) {
    for (Attribute each : new ArrayList<>(element.attributes().asList())) {
      String value = XmlText.of(each.getValue());
      if (!ATTRIBUTES.contains(each.getKey())) {
        element.removeAttr(each.getKey());
      } else if (!value.equals(each.getValue())) {
        element.attr(each.getKey(), value);
      }
    }
  }
}

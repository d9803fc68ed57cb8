package io.github.feedwright.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** HTML that does nothing, and text that XML can hold. */
final class Harmless {
  private static final Set<String> ACTIVE =
      Set.of(
          "script",
          "style",
          "iframe",
          "object",
          "embed",
          "form",
          "input",
          "svg",
          "base",
          "meta",
          "link",
          "template",
          "noscript",
          "frame",
          "applet",
          "textarea",
          "select");

  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "poster", "cite", "srcset", "action", "formaction", "data", "longdesc");

  private static final Pattern PUBLISHED = Pattern.compile("https?://.*|mailto:.*|tel:.*|#.*");
  private static final Pattern WEB = Pattern.compile("https?://.*");

  private Harmless() {}

  /** No script, no handler, no address but those that feed readers may follow; parses as itself. */
  static void html(String html) {
    text(html);
    Element body = parse(html);
    for (Element element : body.getAllElements()) {
      assertThat(ACTIVE).as(html).doesNotContain(element.normalName());
      formula(element, html);
      for (Attribute attribute : element.attributes()) {
        attribute(element, attribute);
      }
    }
    assertThat(body.html()).isEqualTo(html);
  }

  /** Formulas hold nothing but formulas, and these stand nowhere else: parsers differ in them. */
  private static void formula(Element element, String html) {
    String namespace = element.tag().namespace();
    boolean isFormula = namespace.equals(Parser.NamespaceMathml);
    Element parent = element.parent();
    boolean isWithin = parent != null && parent.tag().namespace().equals(Parser.NamespaceMathml);
    assertThat(isWithin ? isFormula : isFormula == element.normalName().equals("math"))
        .as(html)
        .isTrue();
    assertThat(isFormula || namespace.equals(Parser.NamespaceHtml)).as(html).isTrue();
    assertThat(element.normalName()).doesNotStartWith("annotation").isNotEqualTo("mglyph");
  }

  private static void attribute(Element element, Attribute attribute) {
    String name = attribute.getKey();
    assertThat(name).isNotEqualTo("style").doesNotStartWith("on").matches("[a-z]+");
    if (ADDRESSES.contains(name) && !(name.equals("cite") && attribute.getValue().isEmpty())) {
      Pattern allowed = name.equals("href") ? PUBLISHED : WEB;
      assertThat(attribute.getValue()).as(element.normalName() + " " + name).matches(allowed);
    }
  }

  /** Code points that XML 1.0 allows (section 2.2), none of which are controls. */
  static void text(String text) {
    int[] bad = text.codePoints().filter(point -> !isLegal(point)).toArray();
    assertThat(bad).as(text).isEmpty();
  }

  private static boolean isLegal(int point) {
    boolean surrogate = point >= 0xd800 && point <= 0xdfff;
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && !surrogate && (point & 0xfffe) != 0xfffe);
  }

  private static Element parse(String html) {
    var document = Parser.htmlParser().parseInput("<body>" + html, "");
    document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
    return document.body();
  }
}

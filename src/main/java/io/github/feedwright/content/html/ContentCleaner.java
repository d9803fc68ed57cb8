package io.github.feedwright.content.html;

import io.github.feedwright.content.limit.CappedOutput;
import io.github.feedwright.content.limit.TooCostly;
import io.github.feedwright.content.limit.WatchedText;
import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.settings.LimitSettings;
import io.github.feedwright.text.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.ProcessingInstruction;
import org.jsoup.nodes.TextNode;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeTraversor;

/** From HTML as authors and Markdown write it to HTML that may be published. */
public final class ContentCleaner {
  /** Parsing again usually changes nothing after the first round; only hostile HTML needs more. */
  private static final int ROUNDS = 5;

  private ContentCleaner() {}

  /**
   * Removes what is not published, makes every URL absolute, and reports it.
   *
   * @param from the source of the HTML; in Markdown, addresses in the text become links
   */
  public static CleanHtml clean(String html, BodyText from, CleaningContext context) {
    Element body = parse(html, ParseSettings.preserveCase, context);
    HiddenElements.remove(body, context);
    if (!context.trusted() && html.contains("<math")) {
      Formulas.clean(body, context);
    }
    ElementCleaner elements = new ElementCleaner(context);
    List<Node> nodes = below(body, context.limits().depth());
    nodes.forEach(node -> IdPrefix.collect(node, context));
    for (Node node : nodes) {
      if (node instanceof Element element) {
        elements.clean(element);
      } else if (isInvisible(node)) {
        context.spendOnChange(node);
        node.remove();
      }
    }
    for (Node node : below(body, context.limits().depth())) {
      if (node instanceof TextNode text) {
        clean(text, from.isMarkdown(), context);
      } else if (node instanceof Element element) {
        IdPrefix.apply(element, context);
        if (!context.trusted()) {
          MisplacedElements.unwrap(element, context);
        }
      }
    }
    // HTML from pure Markdown is well-formed, and stays so when elements are removed.
    return from.hasTags() ? settled(body, context) : new CleanHtml(html(body, context), body);
  }

  private static void clean(TextNode text, boolean linkBare, CleaningContext context) {
    String written = text.getWholeText();
    String clean = XmlText.of(written);
    if (!clean.equals(written)) {
      text.text(clean);
    }
    if (linkBare) {
      BareLinks.link(text, written, clean, context);
    }
  }

  private static boolean isInvisible(Node node) {
    return node instanceof Comment
        || node instanceof DocumentType
        || node instanceof ProcessingInstruction
        || node instanceof XmlDeclaration;
  }

  private static Element parse(String html, ParseSettings settings, CleaningContext context) {
    // Without a doctype a parser is in quirks mode, in which tables stay inside paragraphs.
    String whole = "<!DOCTYPE html><body>" + html;
    Document document =
        document(new WatchedText(whole, context.budget()), settings, context.limits());
    document
        .outputSettings()
        .prettyPrint(false)
        .charset(StandardCharsets.UTF_8)
        .escapeMode(Entities.EscapeMode.xhtml);
    return document.body();
  }

  /** A parser opens unclosed elements again in every paragraph, up to twelve of them. */
  private static Document document(WatchedText text, ParseSettings settings, LimitSettings limits) {
    try (StreamParser parser = new StreamParser(Parser.htmlParser().settings(settings))) {
      Iterator<Element> elements = parser.parse(text, "").iterator();
      long size = 0;
      while (elements.hasNext()) {
        size += size(elements.next());
        if (size > limits.html()) {
          throw CappedOutput.tooLarge(limits.html());
        }
      }
      return parser.document();
    }
  }

  /** The minimum length of an element's tags, in characters. */
  private static int size(Element element) {
    int name = element.tagName().length();
    return element.tag().isEmpty() ? "<>".length() + name : "<></>".length() + 2 * name;
  }

  private static String html(Element body, CleaningContext context) {
    // Tags are limited when they are parsed, and texts by the post. So attributes, which elements
    // that are opened again have each time, are counted first: jsoup writes to its own builder much
    // faster than to an output with a limit.
    long limit = context.limits().html();
    String html =
        body.stream().mapToLong(ContentCleaner::attributes).sum() > limit ? null : body.html();
    if (html == null || html.length() > limit) {
      throw CappedOutput.tooLarge(limit);
    }
    return html;
  }

  /** The length of an element's attributes, in characters. */
  private static long attributes(Element element) {
    return element.attributesSize() == 0
        ? 0
        : element.attributes().asList().stream()
            .mapToLong(each -> each.getKey().length() + each.getValue().length())
            .sum();
  }

  private static List<Node> below(Element body, int deepest) {
    List<Node> nodes = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (depth > deepest) {
            throw new TooCostly(
                "its HTML nests deeper than " + deepest + " elements (limits.nesting)");
          }
          nodes.add(node);
        },
        body);
    return nodes.subList(1, nodes.size());
  }

  /**
   * The form that every parser reads back unchanged. Removing an element can leave something that
   * HTML cannot express, such as a link inside a link, and the validator's parser would complain.
   */
  private static CleanHtml settled(Element cleaned, CleaningContext context) {
    Element body = cleaned;
    String html = html(body, context);
    for (int round = 0; round < ROUNDS; round++) {
      body = parse(html, ParseSettings.htmlDefault, context);
      String again = html(body, context);
      if (again.equals(html)) {
        break;
      }
      html = again;
    }
    return new CleanHtml(html, body);
  }
}

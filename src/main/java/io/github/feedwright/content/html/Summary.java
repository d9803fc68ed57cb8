package io.github.feedwright.content.html;

import io.github.feedwright.text.Graphemes;
import io.github.feedwright.text.OneLine;
import org.jsoup.nodes.Element;

/** The summary of a post, for places without room for the whole post. */
public final class Summary {
  /** The maximum length of a summary from a paragraph, in characters, including its ellipsis. */
  static final int LONGEST = 300;

  private static final int LONGEST_TITLE = 60;

  /** The label of a note is no summary. */
  private static final String LABEL_CLASS = "admonition-title";

  private Summary() {}

  /** All text below an element, without footnotes. */
  static String text(Element body) {
    return OneLine.of(withoutFootnotes(body).text());
  }

  /** The text of the first paragraph that has any, else all text, else the text of an image. */
  static String paragraph(Element body) {
    return body.stream()
        .filter(element -> element.nameIs("p") && !element.hasClass(LABEL_CLASS))
        .map(Summary::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElseGet(() -> text(body).isEmpty() ? shown(body) : text(body));
  }

  private static String shown(Element body) {
    return body.select("img[alt]").stream()
        .map(image -> OneLine.of(image.attr("alt")))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Element withoutFootnotes(Element element) {
    if (element.selectFirst("a.footnote-ref") == null) {
      return element;
    }
    Element copy = element.clone();
    copy.select("a.footnote-ref").forEach(Summary::emptySup);
    // Emptied, not removed: each removal would renumber the siblings.
    copy.select("div.footnotes").forEach(Element::empty);
    return copy;
  }

  /** Empties the outermost {@code sup} around an element. */
  private static void emptySup(Element reference) {
    Element outermost = null;
    for (Element at = reference.parent(); at != null; at = at.parent()) {
      outermost = at.nameIs("sup") ? at : outermost;
    }
    if (outermost != null) {
      outermost.empty();
    }
  }

  /**
   * At most 300 characters, cut at a word or a grapheme, with an ellipsis where something was cut.
   */
  public static String cut(String text) {
    return cut(text, LONGEST);
  }

  /** At most 60 characters, in place of a title. */
  public static String firstWords(String text) {
    return cut(text, LONGEST_TITLE);
  }

  /** What {@link #firstWords} leaves: empty, or a text that begins with an ellipsis. */
  public static String afterFirstWords(String text) {
    String words = firstWords(text);
    return words.equals(text) ? "" : "…" + text.substring(words.length() - 1).strip();
  }

  private static String cut(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    int end = text.offsetByCodePoints(0, longest - 1);
    int blank = text.lastIndexOf(' ', end);
    // Scripts without blanks between words are cut at the limit.
    return text.substring(0, blank > end / 2 ? blank : Graphemes.edge(text, end)).stripTrailing()
        + "…";
  }
}

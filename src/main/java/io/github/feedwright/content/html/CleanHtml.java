package io.github.feedwright.content.html;

import org.jsoup.nodes.Element;

/**
 * HTML that may be published.
 *
 * @param html the HTML
 * @param body the same HTML as a tree
 */
public record CleanHtml(String html, Element body) {
  /** All of its text, on one line. */
  public String text() {
    return Summary.text(body);
  }

  /** The text of the first paragraph that has any, else all of its text. */
  public String paragraph() {
    return Summary.paragraph(body);
  }
}

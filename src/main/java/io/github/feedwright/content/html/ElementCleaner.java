package io.github.feedwright.content.html;

import io.github.feedwright.text.Quoted;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;

/** Decides for each element whether it is kept, removed or replaced. */
final class ElementCleaner {
  private static final String ADVICE = "; remove it, or set \"trusted-html: true\" below \"feeds\"";

  /** The cost of removing and reporting an element, in characters read. */
  private static final int PER_REMOVAL = 400;

  private final CleaningContext context;
  private final AttributeCleaner attributes;
  private final Embeds embeds;

  ElementCleaner(CleaningContext context) {
    this.context = context;
    this.attributes = new AttributeCleaner(context);
    this.embeds = new Embeds(context);
  }

  /** Cleans one element; its descendants follow later, one by one. */
  void clean(Element element) {
    if (!context.trusted() && Formulas.holds(element)) {
      return;
    }
    String name = element.normalName();
    String written = element.tagName();
    if (!name.equals(written)) {
      element.tagName(name);
    }
    if (name.equals("input") && element.attr("type").equalsIgnoreCase("checkbox")) {
      context.spendOnChange(element);
      element.replaceWith(new TextNode(element.hasAttr("checked") ? "☑" : "☐"));
    } else if (context.trusted() || HtmlPolicy.publishes(name)) {
      lowerCase(element);
      LazyImages.restore(element);
      attributes.clean(element, name);
    } else if (isAttached(element)) {
      remove(element, name, written);
    }
  }

  private static void lowerCase(Element element) {
    if (element.attributesSize() == 0) {
      return;
    }
    for (Attribute each : element.attributes()) {
      String key = each.getKey();
      if (!key.equals(key.toLowerCase(Locale.ROOT))) {
        element.attributes().deduplicate(ParseSettings.htmlDefault);
        element.attributes().normalize();
        return;
      }
    }
  }

  /** Whether this element is still in the document: none of its ancestors has been removed. */
  private static boolean isAttached(Element element) {
    Element at = element;
    while (at != null && !at.nameIs("body")) {
      at = at.parent();
    }
    return at != null;
  }

  private void remove(Element element, String name, String written) {
    context.spendOnChange(element);
    context.budget().spend(PER_REMOVAL);
    String reason = HtmlPolicy.removal(name);
    if (Embeds.isEmbed(name)) {
      embeds.replace(element, name);
    } else if (reason != null) {
      String message = article(name) + " <" + name + "> element was removed: " + reason + ADVICE;
      if (HtmlPolicy.isMissed(name)) {
        report(name, message);
      } else {
        note(name, message);
      }
      element.remove();
    } else if (name.equals("noscript")) {
      LazyImages.unwrapFallback(element, context);
    } else if (HtmlPolicy.unwraps(name)) {
      String what = article(name) + " <" + name + "> element";
      note(name, what + " was removed and its content kept: feeds do not have it");
      element.unwrap();
    } else {
      unknown(element, name, written);
    }
  }

  /** A parser takes prose such as {@code Vec<T>} for an element, but its author meant the text. */
  private void unknown(Element element, String name, String written) {
    String tag = asText(element, written);
    if (!tag.isEmpty() && !context.problems().isFull() && !context.problems().closes(written)) {
      note(
          name,
          Quoted.of(tag)
              + " is not an HTML element and is shown as text: write \"&lt;\" for \"<\", or put"
              + " it in backticks");
      element.before(new TextNode(tag));
    } else if (name.indexOf('-') > 0) {
      note(
          name,
          "the custom element "
              + Quoted.of("<" + written + ">")
              + " was removed and its content kept");
    } else if (Character.isUpperCase(written.charAt(0))) {
      note(
          name,
          "the component " + Quoted.of("<" + written + ">") + " was removed and its content kept");
    } else {
      context.problems().ofUnknown(() -> tag(name), "<" + written + ">");
    }
    element.unwrap();
  }

  /** The tag as it was written; empty if it is more than words between angle brackets. */
  private static String asText(Element element, String written) {
    StringBuilder tag = new StringBuilder("<").append(written);
    for (Attribute each : element.attributes()) {
      if (!each.getValue().isEmpty()) {
        return "";
      }
      tag.append(' ').append(each.getKey());
    }
    return tag.append('>').toString();
  }

  static String article(String name) {
    return "aeiou".indexOf(name.charAt(0)) >= 0 || name.equals("svg") ? "an" : "a";
  }

  private void report(String name, String message) {
    context.problems().of(() -> tag(name), message);
  }

  private void note(String name, String message) {
    context.problems().note(() -> tag(name), message);
  }

  private static Pattern tag(String name) {
    return Pattern.compile("(?i)<" + Pattern.quote(name) + "\\b");
  }
}

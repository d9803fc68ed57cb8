package io.github.feedwright.content.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which HTML is published: only what is harmless and known to the W3C feed validator, which warns
 * about everything else.
 */
final class HtmlPolicy {
  /** Elements that are removed with their content, and why. */
  private static final Map<String, String> REMOVED = new HashMap<>();

  static {
    remove("scripts do not run in feed readers", "script");
    remove("feed readers use their own styles", "style");
    remove("feed readers do not show forms", "input", "select", "textarea", "datalist", "optgroup");
    remove("feed readers do not show forms", "option", "keygen", "isindex");
    remove("feed readers drop it; use an image file", "svg", "canvas");
    remove("feed readers drop it; use an image or text", "math");
    remove("it belongs in the head of a page", "base", "link", "meta", "title");
    remove("feed readers do not show it", "frame", "frameset", "noframes", "applet");
    remove("feed readers do not show it", "param", "map", "area", "noembed", "plaintext", "xmp");
    remove("feed readers do not show it", "bgsound", "basefont", "listing", "dialog", "slot");
  }

  /** Elements that are removed while their content stays. */
  private static final Set<String> UNWRAPPED =
      Set.of(
          "bdo",
          "blink",
          "body",
          "button",
          "fieldset",
          "form",
          "head",
          "html",
          "label",
          "legend",
          "marquee",
          "nobr",
          "noscript",
          "output",
          "rb",
          "rtc",
          "search");

  /** Published elements, each with its specific attributes. */
  private static final Map<String, Set<String>> PUBLISHED = new HashMap<>();

  static {
    publish("abbr acronym address article aside b bdi big br center cite code dd dfn dir dl dt");
    publish("em figcaption figure footer header hgroup i kbd main mark menu nav picture rp rt");
    publish("ruby s samp section small span strike strong sub summary sup tt u var wbr");
    publish("a", "href", "hreflang", "name", "rel", "type");
    publish("audio", "src", "controls", "loop", "muted", "preload");
    publish("blockquote q", "cite");
    publish("caption div h1 h2 h3 h4 h5 h6 p", "align");
    publish("col colgroup", "span", "align", "valign", "width");
    publish("data", "value");
    publish("del ins", "cite", "datetime");
    publish("details", "open");
    publish("font", "color", "face", "size");
    publish("hr", "align", "size", "width");
    publish("img", "src", "srcset", "sizes", "alt", "width", "height", "loading", "align");
    publish("li", "value");
    publish("meter", "value", "min", "max", "low", "high", "optimum");
    publish("ol", "start", "type", "reversed");
    publish("pre", "width");
    publish("progress", "value", "max");
    publish("source", "src", "srcset", "sizes", "media", "type", "width", "height");
    publish("table", "align", "border", "cellpadding", "cellspacing", "summary", "width");
    publish("tbody tfoot thead tr", "align", "valign");
    publish("td th", "abbr", "align", "colspan", "rowspan", "scope", "valign", "width");
    publish("time", "datetime");
    publish("track", "src", "kind", "srclang", "label", "default");
    publish("ul", "type");
    publish("video", "src", "poster", "controls", "width", "height", "loop", "muted", "preload");
  }

  private static final Set<String> UNSEEN = Set.of("script", "style", "link", "meta", "base");

  private static final Set<String> EVERYWHERE = Set.of("class", "dir", "id", "lang", "title");

  private HtmlPolicy() {}

  private static void remove(String reason, String... elements) {
    for (String each : elements) {
      REMOVED.put(each, reason);
    }
  }

  private static void publish(String elements, String... attributes) {
    for (String each : elements.split(" ", -1)) {
      PUBLISHED.put(each, Set.of(attributes));
    }
  }

  /** Why an element is removed with its content, or null if it is not. */
  static @Nullable String removal(String element) {
    return REMOVED.get(element);
  }

  /** Whether a reader may miss an element that is removed: not a style or a script. */
  static boolean isMissed(String element) {
    return !UNSEEN.contains(element);
  }

  /** Whether an element is removed while its content stays. */
  static boolean unwraps(String element) {
    return UNWRAPPED.contains(element);
  }

  /** Whether an element is published. */
  static boolean publishes(String element) {
    return PUBLISHED.containsKey(element);
  }

  /** Whether an attribute of an element is published. */
  static boolean publishes(String element, String attribute) {
    return EVERYWHERE.contains(attribute)
        || PUBLISHED.getOrDefault(element, Set.of()).contains(attribute);
  }
}

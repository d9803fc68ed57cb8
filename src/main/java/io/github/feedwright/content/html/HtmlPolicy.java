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
    removed("scripts do not run in feed readers", "script");
    removed("feed readers use their own styles", "style");
    removed(
        "feed readers do not show forms", "input", "select", "textarea", "datalist", "optgroup");
    removed("feed readers do not show forms", "option", "keygen", "isindex");
    removed("feed readers drop it; use an image file", "svg", "canvas");
    removed("feed readers drop it; use an image or text", "math");
    removed("it belongs in the head of a page", "base", "link", "meta", "title");
    removed("feed readers do not show it", "frame", "frameset", "noframes", "applet");
    removed("feed readers do not show it", "param", "map", "area", "noembed", "plaintext", "xmp");
    removed("feed readers do not show it", "bgsound", "basefont", "listing", "dialog", "slot");
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
    published("abbr acronym address article aside b bdi big br center cite code dd dfn dir dl dt");
    published("em figcaption figure footer header hgroup i kbd main mark menu nav picture rp rt");
    published("ruby s samp section small span strike strong sub summary sup tt u var wbr");
    published("a", "href", "hreflang", "name", "rel", "type");
    published("audio", "src", "controls", "loop", "muted", "preload");
    published("blockquote q", "cite");
    published("caption div h1 h2 h3 h4 h5 h6 p", "align");
    published("col colgroup", "span", "align", "valign", "width");
    published("data", "value");
    published("del ins", "cite", "datetime");
    published("details", "open");
    published("font", "color", "face", "size");
    published("hr", "align", "size", "width");
    published("img", "src", "srcset", "sizes", "alt", "width", "height", "loading", "align");
    published("li", "value");
    published("meter", "value", "min", "max", "low", "high", "optimum");
    published("ol", "start", "type", "reversed");
    published("pre", "width");
    published("progress", "value", "max");
    published("source", "src", "srcset", "sizes", "media", "type", "width", "height");
    published("table", "align", "border", "cellpadding", "cellspacing", "summary", "width");
    published("tbody tfoot thead tr", "align", "valign");
    published("td th", "abbr", "align", "colspan", "rowspan", "scope", "valign", "width");
    published("time", "datetime");
    published("track", "src", "kind", "srclang", "label", "default");
    published("ul", "type");
    published("video", "src", "poster", "controls", "width", "height", "loop", "muted", "preload");
  }

  private static final Set<String> UNSEEN = Set.of("script", "style", "link", "meta", "base");

  private static final Set<String> EVERYWHERE = Set.of("class", "dir", "id", "lang", "title");

  private HtmlPolicy() {}

  private static void removed(String reason, String... elements) {
    for (String each : elements) {
      REMOVED.put(each, reason);
    }
  }

  private static void published(String elements, String... attributes) {
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

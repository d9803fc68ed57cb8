package io.github.feedwright.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shortcodes that show an image. */
final class Figure {
  private Figure() {}

  /** Hugo's {@code figure}: image, perhaps with a link around it and a caption below. */
  static String ofHugo(Map<String, String> arguments) {
    String image =
        "<img src=\""
            + Escape.html(arguments.getOrDefault("src", ""))
            + "\""
            + attribute("alt", arguments.getOrDefault("alt", arguments.get("caption")))
            + attribute("width", arguments.get("width"))
            + attribute("height", arguments.get("height"))
            + ">";
    String link = arguments.get("link");
    String linked =
        link == null ? image : "<a href=\"" + Escape.html(link) + "\">" + image + "</a>";
    String caption = caption(arguments);
    return "<figure>"
        + linked
        + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>")
        + "</figure>";
  }

  private static String caption(Map<String, String> arguments) {
    String title = arguments.getOrDefault("title", "");
    String text =
        Escape.html(arguments.getOrDefault("caption", ""))
            + Escape.html(arguments.getOrDefault("attr", ""));
    if (title.isEmpty()) {
      return text;
    }
    return "<strong>" + Escape.html(title) + "</strong>" + (text.isEmpty() ? "" : " " + text);
  }

  /** Hexo's and Octopress's: class names, the image, its size, words. */
  static @Nullable String ofLiquid(Map<String, String> arguments) {
    for (String each : arguments.values()) {
      if (each.matches("(?s)\\S+\\.(?i:png|jpe?g|gif|webp|avif|svg)(?:\\?\\S*)?")) {
        return "<img src=\"" + Escape.html(each) + "\">";
      }
    }
    return null;
  }

  private static String attribute(String name, @Nullable String value) {
    return value == null ? "" : " " + name + "=\"" + Escape.html(value) + "\"";
  }
}

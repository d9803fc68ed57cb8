package io.github.feedwright.content.shortcode;

import io.github.feedwright.text.Escape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shortcodes that show an image. */
final class Figure {
  private static final Pattern IMAGE =
      Pattern.compile("(?s).*\\S\\.(?i:png|jpe?g|gif|webp|avif|svg)(?:\\?\\S*+)?");

  private static final Pattern SIZE = Pattern.compile("^(?:\\d+(?:\\s+|$)){1,2}");

  /** Hexo's form: {@code "T" "A"}, or {@code T 'A'}. */
  private static final Pattern TITLE_AND_ALT =
      Pattern.compile("(?s)(?:([\"'])([^\"']*)\\1|([^\"']*[^\"'\\s]))\\s*+([\"'])([^\"']+)\\4");

  /** The names under which tags and templates of themes get the image. */
  private static final List<String> SOURCES =
      List.of("src", "image_path", "path", "file", "filename", "image", "img", "url", "0", "1");

  private Figure() {}

  /** A figure with the image file that one of the arguments names; null if none does. */
  static @Nullable String naming(Map<String, String> arguments) {
    for (String each : SOURCES) {
      String source = arguments.get(each);
      if (source != null && IMAGE.matcher(source).matches()) {
        Map<String, String> figure = new HashMap<>(arguments);
        figure.put("src", source);
        return ofHugo(figure);
      }
    }
    return null;
  }

  /** Hugo's {@code figure}: an image, perhaps with a link around it and a caption below. */
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

  /** Hexo's and Octopress's form: class names, the image, its size, words. */
  static @Nullable String ofLiquid(Map<String, String> arguments) {
    List<String> words = new ArrayList<>(arguments.values());
    while (!words.isEmpty()) {
      String each = words.remove(0);
      if (IMAGE.matcher(each).matches()) {
        return "<img src=\"" + Escape.html(each) + "\"" + titles(words) + ">";
      }
    }
    return null;
  }

  /** The title and the alternative text, one or both in quotes; the size before them is dropped. */
  private static String titles(List<String> words) {
    String text = SIZE.matcher(String.join(" ", words)).replaceFirst("").strip();
    Matcher both = TITLE_AND_ALT.matcher(text);
    if (both.matches()) {
      String title = both.group(2) == null ? both.group(3) : both.group(2);
      return attribute("title", title) + attribute("alt", both.group(5));
    }
    return attribute("title", text.isEmpty() ? null : text);
  }

  private static String attribute(String name, @Nullable String value) {
    return value == null ? "" : " " + name + "=\"" + Escape.html(value) + "\"";
  }
}

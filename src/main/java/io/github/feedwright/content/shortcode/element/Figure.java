package io.github.feedwright.content.shortcode.element;

import io.github.feedwright.post.value.ShownText;
import io.github.feedwright.text.Escape;
import io.github.feedwright.text.comment.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shortcodes that show an image. */
public final class Figure {
  public static final Pattern IMAGE =
      Pattern.compile("(?s).*\\S\\.(?i:png|jpe?g|gif|webp|avif|svg)(?:\\?\\S*+)?");

  private static final Pattern TAG = Pattern.compile("<[^<>]*>");

  private static final Pattern SIZE = Pattern.compile("^(?:\\d+(?:\\s+|$)){1,2}");

  /** Hexo's form: {@code "T" "A"}, or {@code T 'A'}. */
  private static final Pattern TITLE_AND_ALT =
      Pattern.compile("(?s)(?:([\"'])([^\"']*)\\1|([^\"']*[^\"'\\s]))\\s*+([\"'])([^\"']+)\\4");

  /** Octopress's form, the last words of a tag: {@code "T" "A"}. */
  private static final Pattern BOTH_QUOTED =
      Pattern.compile("\\s(?:\"([^\"]*)\"\\s+\"([^\"]*)\"|'([^']*)'\\s+'([^']*)')\\s*$");

  /** An option of the plugin jekyll_picture_tag, whose value has no quotation marks. */
  private static final Pattern ALT_OPTION =
      Pattern.compile("(?:^|\\s)--alt\\s+((?:(?!\\s--)[^\\n])+)");

  /** Names that make the other arguments those of an element. */
  private static final List<String> NAMES =
      List.of("alt", "caption", "title", "description", "class", "width", "height");

  /** The names under which tags and templates of themes get the image. */
  private static final List<String> SOURCES =
      List.of("src", "image_path", "path", "file", "filename", "image", "img", "url", "0", "1");

  private Figure() {}

  /** Whether it has words for a figure around a text, if a tag ends it: jekyll-figure's form. */
  public static boolean mayHoldText(Tag tag) {
    return tag.is("figure")
        && !tag.arguments().containsKey("src")
        && !caption(tag.arguments(), Escape::html).isEmpty();
  }

  /** The end of such a figure. */
  public static String end(Tag tag) {
    Map<String, String> arguments = tag.arguments();
    arguments.replaceAll((name, value) -> ShownText.of(value));
    return "<figcaption>" + caption(arguments, Escape::html) + "</figcaption></figure>";
  }

  /** A figure with the image file that one of the arguments names; null if none does. */
  public static @Nullable String naming(Map<String, String> arguments) {
    for (String each : SOURCES) {
      String source = arguments.get(each);
      if (source != null && IMAGE.matcher(source).matches()) {
        Map<String, String> figure = new HashMap<>(arguments);
        figure.put("src", source);
        if (arguments.containsKey("description")) {
          figure.putIfAbsent("caption", arguments.get("description"));
        }
        return of(figure);
      }
    }
    return null;
  }

  /** An image, perhaps with a link around it and a caption below. */
  public static String of(Map<String, String> arguments) {
    return of(arguments, Escape::html);
  }

  /**
   * Hugo's {@code figure}, whose caption is Markdown.
   *
   * @param html makes HTML of a caption
   */
  public static String of(Map<String, String> arguments, UnaryOperator<String> html) {
    String words = html.apply(arguments.getOrDefault("caption", ""));
    String alt = arguments.get("alt");
    String shown = alt == null ? TAG.matcher(words).replaceAll("") : Escape.html(alt);
    String image =
        "<img src=\""
            + Escape.html(arguments.getOrDefault("src", ""))
            + "\""
            + (alt == null && shown.isEmpty()
                ? ""
                : " alt=\"" + shown.replace("\"", "&quot;") + "\"")
            + attribute("width", arguments.get("width"))
            + attribute("height", arguments.get("height"))
            + ">";
    String caption = caption(arguments, html);
    return "<figure>"
        + linked(image, arguments.get("link"))
        + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>")
        + "</figure>";
  }

  private static String linked(String html, @Nullable String link) {
    return link == null ? html : "<a href=\"" + Escape.html(link) + "\">" + html + "</a>";
  }

  private static String caption(Map<String, String> arguments, UnaryOperator<String> html) {
    String title = arguments.getOrDefault("title", "");
    String attribution = html.apply(arguments.getOrDefault("attr", ""));
    return Stream.of(
            title.isEmpty() ? "" : "<strong>" + Escape.html(title) + "</strong>",
            html.apply(arguments.getOrDefault("caption", "")),
            attribution.isEmpty() ? "" : linked(attribution, arguments.get("attrlink")))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /**
   * Class names, the image, its size, words, as in Hexo and Octopress; or named arguments.
   *
   * @param written the arguments as they are written
   * @param joinsWords whether words in quotation marks are read without them, as Hexo does
   */
  public static @Nullable String ofLiquid(
      Map<String, String> arguments, String written, boolean joinsWords) {
    if (NAMES.stream().anyMatch(arguments::containsKey)) {
      String named = naming(arguments);
      if (named != null) {
        return named;
      }
    }
    Matcher both = BOTH_QUOTED.matcher(written);
    boolean isSplit = !joinsWords && both.find();
    List<String> words = new ArrayList<>(arguments.values());
    while (!words.isEmpty()) {
      String each = words.remove(0);
      if (IMAGE.matcher(each).matches()) {
        String titles =
            isSplit
                ? attribute("title", first(both.group(1), both.group(3)))
                    + attribute("alt", first(both.group(2), both.group(4)))
                : titles(words);
        return "<img src=\"" + Escape.html(each) + "\"" + titles + ">";
      }
    }
    return null;
  }

  /** The title and the alternative text, one or both in quotes; the size before them is dropped. */
  private static String titles(List<String> words) {
    String text = SIZE.matcher(String.join(" ", words)).replaceFirst("").strip();
    Matcher alt = ALT_OPTION.matcher(text);
    if (alt.find()) {
      return attribute("alt", alt.group(1));
    }
    Matcher both = TITLE_AND_ALT.matcher(text);
    if (both.matches()) {
      String title = both.group(2) == null ? both.group(3) : both.group(2);
      return attribute("title", title) + attribute("alt", both.group(5));
    }
    return attribute("title", text.isEmpty() ? null : text);
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private static String attribute(String name, @Nullable String value) {
    return value == null ? "" : " " + name + "=\"" + Escape.html(value) + "\"";
  }
}

package io.github.feedwright.content.shortcode.element;

import io.github.feedwright.post.value.ShownText;
import io.github.feedwright.text.Escape;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns shortcodes that embed something from another site into links to it. */
public final class Players {
  /** What themes add to the name of a site: {@code youtubeEmbed}, {@code lite-vimeo}. */
  private static final Pattern ADDED = Pattern.compile("(?i)lite|embed|player|video|[-_]");

  /** Those whose players may be named by a whole address. */
  private static final Set<String> SITES =
      Set.of(
          "youtube",
          "vimeo",
          "gist",
          "tweet",
          "x",
          "asciinema",
          "instagram",
          "scribd",
          "slideshare",
          "speakerdeck");

  private static final Pattern ADDRESS = Pattern.compile("(?:https?:)?//.+");

  private static final Pattern TARGET = Pattern.compile("(?:https?://|/)[^\\s\"'<>]+");

  /** No switch of a tag, such as {@code false}. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?!(?i:true|false|yes|no|on|off|nil|null|none|undefined)$)\\p{L}(?:[^/:]|[/:]\\s)*");

  /** Words for people, as in a name or a title; not those of a style or an option. */
  private static final Pattern PROSE = Pattern.compile("(?=.*\\s)(?=.*[^a-z0-9\\s_-]).+");

  private Players() {}

  /** The link, or null if the shortcode is unknown or incomplete. */
  public static @Nullable String link(String name, Map<String, String> arguments) {
    String url = url(name, arguments);
    return url == null ? null : link(url);
  }

  /** A link that shows its address. */
  public static String link(String url) {
    return link(url, url);
  }

  private static String link(String url, String words) {
    return "<a href=\"" + Escape.html(url) + "\">" + Escape.html(words) + "</a>";
  }

  /**
   * A link with words, which are the other of two arguments, the address; null if there is none.
   */
  public static @Nullable String named(Map<String, String> arguments) {
    String words = arguments.getOrDefault("0", arguments.get("text"));
    String address = arguments.getOrDefault("1", arguments.get("url"));
    if (words == null || address == null) {
      return null;
    }
    if (TARGET.matcher(words).matches()) {
      String swapped = words;
      words = address;
      address = swapped;
    }
    return TARGET.matcher(address).matches() && WORDS.matcher(words).matches()
        ? link(address, words)
        : null;
  }

  /** The words for people that a tag begins with, as HTML; null if there are none. */
  public static @Nullable String words(Map<String, String> arguments) {
    String words = ShownText.of(arguments.getOrDefault("0", arguments.getOrDefault("text", "")));
    return WORDS.matcher(words).matches() && PROSE.matcher(words).matches()
        ? Escape.html(words)
        : null;
  }

  private static @Nullable String url(String name, Map<String, String> arguments) {
    String id = arguments.getOrDefault("id", arguments.get("0"));
    if (id == null || id.isEmpty()) {
      return null;
    }
    String second = arguments.get("1");
    String user = arguments.get("user");
    String site = ADDED.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    if (SITES.contains(site) && ADDRESS.matcher(id).matches()) {
      return id;
    }
    return switch (site) {
      case "youtube" -> "https://www.youtube.com/watch?v=" + id;
      case "vimeo" -> "https://vimeo.com/" + id;
      case "gist" -> "https://gist.github.com/" + id + (second == null ? "" : "/" + second);
      case "tweet", "x" -> user == null ? null : "https://x.com/" + user + "/status/" + id;
      case "asciinema" -> "https://asciinema.org/a/" + id;
      case "instagram" -> "https://www.instagram.com/p/" + id + "/";
      case "scribd" -> "https://www.scribd.com/document/" + id;
      case "slideshare" -> "https://www.slideshare.net/slideshow/embed_code/" + id;
      case "speakerdeck" -> "https://speakerdeck.com/player/" + id;
      default -> null;
    };
  }
}

package io.github.feedwright.content.shortcode;

import io.github.feedwright.text.Escape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns shortcodes that embed something from another site into links to it. */
final class Players {
  private Players() {}

  /** The link, or null if the shortcode is unknown or incomplete. */
  static @Nullable String link(String name, Map<String, String> arguments) {
    String url = url(name, arguments);
    return url == null ? null : link(url);
  }

  /** A link that shows its address. */
  static String link(String url) {
    return "<a href=\"" + Escape.html(url) + "\">" + Escape.html(url) + "</a>";
  }

  private static @Nullable String url(String name, Map<String, String> arguments) {
    String id = arguments.getOrDefault("id", arguments.get("0"));
    if (id == null || id.isEmpty()) {
      return null;
    }
    String second = arguments.get("1");
    String user = arguments.get("user");
    return switch (name) {
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

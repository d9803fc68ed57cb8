package io.github.feedwright.content.shortcode;

import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.source.ContentProblems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * WordPress's shortcodes, which imports leave in square brackets; importers that turn HTML into
 * Markdown put backslashes before these. A captioned image becomes a figure, an embedded address
 * becomes that address.
 */
public final class WordPressShortcodes {
  /** A link of Markdown is not a shortcode, except around an image or as the last tag. */
  private static final Pattern SHORTCODE =
      Pattern.compile(
          "\\\\?\\[(caption|embed|gallery|audio|video|playlist|youtube|vimeo|googlemaps"
              + "|contact-form)((?:\\s+\\w+=[^\\]\\n]{0,500})?)\\\\?\\](?![(:]|\\[(?!!\\[|/\\1\\]))");

  private static final List<String> NAMES =
      List.of(
          "caption",
          "embed",
          "gallery",
          "audio",
          "video",
          "playlist",
          "youtube",
          "vimeo",
          "googlemaps",
          "contact-form");

  private static final Pattern VIDEO =
      Pattern.compile(
          "\\\\?\\[(?:youtube|vimeo|googlemaps)[= ](https?://[^\\s\\]\\\\]{1,300})[^\\]\\n]{0,200}\\]");

  /**
   * A player with a number or letters instead of an address; prose does not begin with googlemaps.
   */
  private static final Pattern PLAYER =
      Pattern.compile(
          "\\\\?\\[(?:(?:youtube|vimeo)[= ](?=[^\\]\\n]{0,20}\\d)[\\w-]{3,20}"
              + "|googlemaps[= ](?!https?://)[^\\]\\\\\\n]{1,200})\\\\?\\](?![(\\[:])");

  /** Shortcodes that WordPress accepts without attributes. */
  private static final Set<String> WHOLE = Set.of("gallery", "playlist", "contact-form");

  private static final Pattern CAPTION = Pattern.compile("\\bcaption=\"([^\"]*)\"");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

  /** An image in HTML or Markdown, perhaps linked, and the words after it. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "(?s)((?:<a\\b[^>]{0,1000}>\\s*)?<img\\b[^>]{0,1000}>(?:\\s*</a>)?"
              + "|\\[?!\\[[^\\]]{0,500}\\]\\([^)\\n]{0,1000}\\)(?:\\]\\([^)\\n]{0,1000}\\))?)(.*)");

  /** The cost of interpreting a shortcode, in characters read. */
  private static final int PER_SHORTCODE = 500;

  private final BodyText body;
  private final String text;
  private final ContentProblems problems;

  // A text may contain one shortcode a hundred thousand times.
  private final Map<String, Boolean> defined = new HashMap<>();

  public WordPressShortcodes(BodyText body, ContentProblems problems) {
    this.body = body;
    this.text = body.text();
    this.problems = problems;
  }

  /** The body's text with its shortcodes expanded. */
  public String expand() {
    if (NAMES.stream().noneMatch(name -> text.contains("[" + name))) {
      return text;
    }
    reportPlayers();
    StringBuilder out = new StringBuilder();
    Matcher shortcode = SHORTCODE.matcher(body.counted());
    int at = 0;
    while (shortcode.find(at)) {
      out.append(text, at, shortcode.start());
      at = shortcode.end();
      body.budget().spend(PER_SHORTCODE);
      int end = replace(shortcode, out);
      if (end < 0) {
        out.append(text, shortcode.start(), at);
      } else {
        at = end;
      }
    }
    String expanded = at == 0 ? text : out.append(text, at, text.length()).toString();
    return addresses(body.with(expanded));
  }

  private static String addresses(BodyText source) {
    return VIDEO
        .matcher(source.counted())
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(source.code().holds(found.start()) ? 0 : 1)));
  }

  private void reportPlayers() {
    Matcher player = PLAYER.matcher(text);
    while (!problems.isFull() && player.find()) {
      if (!body.code().holds(player.start())) {
        problems.of(Pattern.compile(Pattern.quote(player.group())), message(player.group()));
      }
    }
  }

  /**
   * Writes the expansion of a shortcode and returns the index after it, or -1 if it is not
   * supported.
   */
  private int replace(Matcher shortcode, StringBuilder out) {
    if (body.code().holds(shortcode.start())) {
      return -1;
    }
    String name = shortcode.group(1);
    Matcher end = end(name, shortcode.end());
    String inside = end == null ? "" : text.substring(shortcode.end(), end.start()).strip();
    String meaning = meaning(name, shortcode.group(2), inside);
    boolean isShortcode = end != null || !shortcode.group(2).isEmpty() || isWhole(name);
    if (!isShortcode) {
      return -1;
    }
    if (end == null || meaning == null) {
      problems.of(Pattern.compile(Pattern.quote(shortcode.group())), message(shortcode.group()));
      return -1;
    }
    out.append(meaning);
    return end.end();
  }

  /** Whether the name alone is a shortcode; it may also be a Markdown link. */
  private boolean isWhole(String name) {
    return WHOLE.contains(name)
        && !defined.computeIfAbsent(name, each -> text.contains("[" + each + "]:"));
  }

  private static String message(String written) {
    return ContentProblems.unknown(written);
  }

  /** Shortcodes do not nest: one that is not closed before the next begins is not closed at all. */
  private @Nullable Matcher end(String name, int from) {
    Matcher next =
        Pattern.compile("\\\\?\\[(/?)" + name + "\\b[^\\]\\n]{0,500}\\]").matcher(body.counted());
    return next.find(from) && next.group(1).equals("/") ? next : null;
  }

  private @Nullable String meaning(String name, String attributes, String inside) {
    return switch (name) {
      case "caption" -> figure(attributes, inside);
      case "embed", "youtube", "vimeo", "googlemaps" ->
          ADDRESS.matcher(inside).matches() ? inside : null;
      default -> null;
    };
  }

  private @Nullable String figure(String attributes, String inside) {
    Matcher image = IMAGE.matcher(inside);
    if (!image.matches()) {
      return null;
    }
    Matcher given = CAPTION.matcher(attributes);
    String caption = given.find() ? given.group(1) : image.group(2).strip();
    // Between blank lines, Markdown works inside HTML too.
    String line = body.isMarkdown() ? "\n\n" : "";
    String figcaption =
        caption.isEmpty() ? "" : "<figcaption>" + line + caption + line + "</figcaption>";
    return line
        + "<figure>"
        + line
        + image.group(1)
        + line
        + figcaption
        + line
        + "</figure>"
        + line;
  }
}

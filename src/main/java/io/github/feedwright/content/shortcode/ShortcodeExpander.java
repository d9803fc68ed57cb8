package io.github.feedwright.content.shortcode;

import io.github.feedwright.content.dialect.PlainText;
import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.content.limit.CappedOutput;
import io.github.feedwright.content.limit.TooCostly;
import io.github.feedwright.content.url.UrlResolver;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.value.ShownText;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Escape;
import io.github.feedwright.text.comment.Tag;
import io.github.feedwright.text.comment.TagScanner;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Expands shortcodes whose meaning is known. */
public final class ShortcodeExpander {
  private static final Pattern QUOTED = Pattern.compile("[\"'](.*)[\"']");
  private static final Pattern ESCAPING = Pattern.compile("(?:^| )(?:true|false)$");
  private static final Pattern FILTER =
      Pattern.compile("\\|\\s*(\\w+)\\s*(?::\\s*(\"[^\"]*\"|'[^']*'|[\\w.]+))?\\s*");

  private final Settings settings;
  private final UrlResolver urls;
  private final boolean markdown;
  private final Budget budget;
  private final String title;

  public ShortcodeExpander(
      Post post, Settings settings, UrlResolver urls, boolean markdown, Budget budget) {
    this.settings = settings;
    this.urls = urls;
    this.markdown = markdown;
    this.budget = budget;
    this.title = escaped(PlainText.of(post.title()));
  }

  /**
   * The expansion of a shortcode; null if it is not supported.
   *
   * @throws TooCostly if that is too long
   */
  @Nullable String of(Tag tag) {
    if (tag.isHugo()) {
      return hugo(tag);
    }
    return tag.isLiquidTag() ? liquid(tag) : value(tag);
  }

  /**
   * A field's text with its shortcodes expanded; null if one is not supported or the text gets too
   * long.
   */
  public @Nullable String expanded(String text) {
    try {
      return expanded(text, new CappedOutput(settings.limits().frontMatter()));
    } catch (TooCostly tooLong) {
      return null;
    }
  }

  private @Nullable String expanded(String text, CappedOutput out) {
    TagScanner scanner = new TagScanner(text);
    int at = 0;
    for (Tag tag = scanner.next(0); tag != null; tag = scanner.next(at)) {
      String meaning = of(tag);
      if (meaning == null) {
        return null;
      }
      out.append(text, at, tag.start());
      out.append(meaning);
      at = tag.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  /** {@code site.url} and {@code site.baseurl} together. */
  String base() {
    return host() + path();
  }

  /** Jekyll's {@code site.url}: the site's address without its path. */
  String host() {
    URI site = settings.site().url();
    return site.getScheme() + "://" + site.getRawAuthority();
  }

  /** Jekyll's {@code site.baseurl}: the site's path without a slash at its end. */
  String path() {
    return settings.site().url().getRawPath().replaceAll("/+$", "");
  }

  private @Nullable String liquid(Tag tag) {
    Map<String, String> arguments = shown(tag.arguments());
    return switch (tag.name()) {
      case "post_url", "link", "post_path" -> permalink(tag.rest());
      case "post_link" -> named(arguments, urls::post, "");
      case "asset_path" -> arguments.containsKey("0") ? urls.link(arguments.get("0")) : null;
      case "asset_link" -> named(arguments, urls::link, arguments.getOrDefault("0", ""));
      case "gist" -> Players.link("gist", Map.of("0", arguments.getOrDefault("0", "")));
      case "youtube", "vimeo" -> Players.link(tag.name(), arguments);
      case "asset_img", "img", "image", "figure", "picture" -> figure(arguments);
      default -> null;
    };
  }

  private static @Nullable String figure(Map<String, String> arguments) {
    return arguments.containsKey("src")
        ? Figure.ofHugo(arguments)
        : arguments.isEmpty() ? null : Figure.ofLiquid(arguments);
  }

  private @Nullable String hugo(Tag tag) {
    Map<String, String> arguments = shown(tag.arguments());
    return switch (tag.name()) {
      case "ref", "relref" -> reference(arguments);
      case "more" -> "<!--more-->";
      case "figure" -> arguments.containsKey("src") ? Figure.ofHugo(arguments) : null;
      case "youtube", "vimeo", "gist", "tweet", "x" -> Players.link(tag.name(), arguments);
      default -> null;
    };
  }

  private @Nullable String value(Tag tag) {
    if (tag.rest().startsWith("(")) {
      return Players.link(tag.name(), shown(tag.arguments()));
    }
    return filtered(operand(tag.name()), tag.rest());
  }

  /** A value after Liquid's filters; null if one of them is unknown. */
  private @Nullable String filtered(@Nullable String value, String filters) {
    String result = value;
    Matcher filter = FILTER.matcher(filters);
    int at = 0;
    while (result != null && at < filters.length()) {
      if (!filter.find(at) || filter.start() != at) {
        return null;
      }
      result = bounded(filtered(result, filter.group(1), filter.group(2)));
      at = filter.end();
    }
    return result;
  }

  /** A chain of filters can make a title of 64 KiB a hundred times as long. */
  private @Nullable String bounded(@Nullable String value) {
    if (value != null) {
      budget.spend(value.length());
      if (value.length() > settings.limits().html()) {
        throw CappedOutput.tooLarge(settings.limits().html());
      }
    }
    return value;
  }

  private @Nullable String filtered(String value, String filter, @Nullable String argument) {
    String other = argument == null ? null : operand(argument);
    return switch (filter) {
      case "relative_url", "absolute_url" -> absolute(value);
      case "prepend" -> other == null || value.contains("://") ? value : other + value;
      case "append" -> other == null ? null : value + other;
      case "escape", "xml_escape" -> escaped(value);
      default -> null;
    };
  }

  private String absolute(String path) {
    return path.contains("://") ? path : base() + (path.startsWith("/") ? "" : "/") + path;
  }

  private @Nullable String operand(String text) {
    Matcher quoted = QUOTED.matcher(text);
    if (quoted.matches()) {
      return quoted.group(1);
    }
    return switch (text) {
      case "site.url" -> host();
      case "site.baseurl" -> path();
      case "site.title" -> escaped(settings.site().title());
      case "site.description" -> escaped(settings.site().description());
      case "page.title" -> title;
      case "page.url" -> urls.address();
      default -> null;
    };
  }

  private String escaped(String text) {
    return Escape.html(text);
  }

  private @Nullable String permalink(String rest) {
    Matcher quoted = QUOTED.matcher(rest);
    return permalink(quoted.matches() ? quoted.group(1) : rest, urls::post);
  }

  /** A reference to another language or output format is not supported. */
  private @Nullable String reference(Map<String, String> arguments) {
    String name = arguments.getOrDefault("path", arguments.getOrDefault("0", ""));
    if (arguments.size() > 1) {
      return null;
    }
    return name.startsWith("#") ? name : permalink(name, urls::reference);
  }

  private static @Nullable String permalink(String name, Function<String, @Nullable String> posts) {
    int hash = name.indexOf('#');
    String url = name.isEmpty() ? null : posts.apply(hash < 0 ? name : name.substring(0, hash));
    return url == null || hash < 0 ? url : url + name.substring(hash);
  }

  /** Hexo's link: first its target, then its title, then whether to escape the title. */
  private @Nullable String named(
      Map<String, String> arguments, Function<String, @Nullable String> addresses, String name) {
    String wanted = arguments.remove("0");
    String url = wanted == null ? null : addresses.apply(wanted);
    if (url == null) {
      return null;
    }
    String words = ESCAPING.matcher(String.join(" ", arguments.values())).replaceFirst("");
    String title = words.isEmpty() ? name : words;
    return "<a href=\""
        + Escape.html(url)
        + "\">"
        + escaped(title.isEmpty() ? url : title)
        + "</a>";
  }

  /**
   * A block of code.
   *
   * @param lead the part of the line before the tag if that is blank, else null
   */
  String code(Tag tag, String code, @Nullable String lead) {
    return new CodeBlock(language(tag), code).source(markdown, lead);
  }

  private static Map<String, String> shown(Map<String, String> arguments) {
    arguments.replaceAll((name, value) -> ShownText.of(value));
    return arguments;
  }

  private static String language(Tag tag) {
    Map<String, String> arguments = shown(tag.arguments());
    // In Hexo's blocks of code, the first word is the title.
    return arguments.getOrDefault(
        "lang", tag.is("highlight") ? arguments.getOrDefault("0", "") : "");
  }
}

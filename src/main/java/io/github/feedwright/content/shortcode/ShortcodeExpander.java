package io.github.feedwright.content.shortcode;

import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.content.limit.CappedOutput;
import io.github.feedwright.content.limit.TooCostly;
import io.github.feedwright.content.markdown.block.TitledCode;
import io.github.feedwright.content.shortcode.element.CodeBlock;
import io.github.feedwright.content.shortcode.element.Figure;
import io.github.feedwright.content.shortcode.element.Players;
import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.template.TemplateValues;
import io.github.feedwright.content.url.UrlResolver;
import io.github.feedwright.generator.program.Eleventy;
import io.github.feedwright.generator.program.Hexo;
import io.github.feedwright.generator.rule.MarkdownAdditions.CodeTitles;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.value.ShownText;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Escape;
import io.github.feedwright.text.comment.RawTags;
import io.github.feedwright.text.comment.Tag;
import io.github.feedwright.text.comment.TagScanner;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Expands shortcodes whose meaning is known. */
public final class ShortcodeExpander {
  private static final Pattern PARAGRAPH = Pattern.compile("(?s)<p>((?:(?!</?p>).)*+)</p>");
  private static final Pattern QUOTED = Pattern.compile("[\"'](.*)[\"']");
  private static final Pattern FILE =
      Pattern.compile("/?[^_\\s{}][^\\s{}]*\\.(?!md|markdown|html?|css|scss|sass)\\w{1,5}");
  private static final Pattern OPTION =
      Pattern.compile("(?<!\\S)(?:lang:\\S+|" + TitledCode.OPTIONS + ")");
  private static final Pattern ESCAPING = Pattern.compile("(?:^| )(?:true|false)$");

  private static final Pattern FOLDERS_OR_EXTENSION = Pattern.compile("^.*/|\\.\\w+$");

  private final Settings settings;
  private final UrlResolver urls;
  private final @Nullable BodyText body;
  private final TemplateValues values;

  /**
   * Expands the shortcodes of a post.
   *
   * @param body the text that they are in; null if it is a field
   */
  public ShortcodeExpander(
      Post post, Settings settings, UrlResolver urls, Budget budget, @Nullable BodyText body) {
    this.settings = settings;
    this.urls = urls;
    this.body = body;
    this.values = new TemplateValues(post, settings, urls, budget);
  }

  private String html(String text) {
    return body == null || text.isEmpty() ? escaped(text) : inline(body.with(text).html());
  }

  /** What is in the only paragraph, on one line: a blank one would end HTML in Markdown. */
  private static String inline(String html) {
    Matcher paragraph = PARAGRAPH.matcher(html.strip());
    return (paragraph.matches() ? paragraph.group(1) : html).strip().replaceAll("\\s*\\n\\s*", " ");
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

  /** The values of variables. */
  TemplateValues values() {
    return values;
  }

  private @Nullable String liquid(Tag tag) {
    Map<String, String> arguments = shown(tag.arguments());
    return switch (tag.name()) {
      case "post_url", "post_path" -> permalink(tag.rest());
      case "link" -> linked(tag.rest());
      case "post_link" -> named(arguments, urls::post, "");
      case "asset_path" -> arguments.containsKey("0") ? urls.link(arguments.get("0")) : null;
      case "asset_link" -> named(arguments, urls::link, arguments.getOrDefault("0", ""));
      case "gist" -> Players.link("gist", Map.of("0", arguments.getOrDefault("0", "")));
      case "youtube", "vimeo" -> Players.link(tag.name(), arguments);
      case "asset_img", "img", "image", "figure", "picture" -> figure(tag, arguments);
      case "include", "include_cached" -> isRun(tag) ? included(arguments) : null;
      default -> isRun(tag) ? Players.link(tag.name(), arguments) : null;
    };
  }

  /** Jekyll's {@code link} names posts and pages, which are converted, and files, which are not. */
  private @Nullable String linked(String file) {
    String post = permalink(file);
    return post == null && FILE.matcher(file).matches()
        ? urls.link("/" + file.replaceFirst("^/", ""))
        : post;
  }

  private @Nullable String figure(Tag tag, Map<String, String> arguments) {
    boolean joinsWords = !isRun(tag) || settings.posts().generator().equals(new Hexo());
    String second = arguments.get("1");
    boolean isCall = settings.posts().generator().equals(new Eleventy());
    if (isCall && second != null && !Figure.IMAGE.matcher(second).matches()) {
      arguments.putIfAbsent("alt", second);
    }
    return arguments.containsKey("src")
        ? Figure.of(arguments)
        : Figure.ofLiquid(arguments, ShownText.of(tag.rest()), joinsWords);
  }

  private @Nullable String hugo(Tag tag) {
    Map<String, String> arguments = shown(tag.arguments());
    return switch (tag.name()) {
      case "ref", "relref" -> reference(arguments);
      case "more" -> "<!--more-->";
      case "figure" -> arguments.containsKey("src") ? Figure.of(arguments, this::html) : null;
      case "youtube", "vimeo", "gist", "tweet", "x" -> Players.link(tag.name(), arguments);
      default -> isRun(tag) ? known(tag, arguments) : null;
    };
  }

  private boolean isRun(Tag tag) {
    return settings.posts().generator().runs(tag.open());
  }

  /** What themes for Hugo have, and {@code param}. */
  private @Nullable String known(Tag tag, Map<String, String> arguments) {
    return switch (tag.name()) {
      case "param" -> values.variable(arguments.getOrDefault("0", ""));
      case "img", "image", "picture" -> Figure.naming(arguments);
      default -> Players.link(tag.name(), arguments);
    };
  }

  /** A template of a theme that shows an image or a video: {@code {% include figure.html %}}. */
  private static @Nullable String included(Map<String, String> arguments) {
    String file = arguments.getOrDefault("0", "");
    String name = FOLDERS_OR_EXTENSION.matcher(file).replaceAll("");
    arguments.remove("0");
    return switch (name) {
      case "img", "image", "figure", "picture" -> Figure.naming(arguments);
      case "video" -> Players.link(arguments.getOrDefault("provider", ""), arguments);
      default -> Players.link(name, arguments);
    };
  }

  private @Nullable String value(Tag tag) {
    return tag.rest().startsWith("(")
        ? Players.link(tag.name(), shown(tag.arguments()))
        : values.of(tag);
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
    return new CodeBlock(language(tag), title(tag), RawTags.removed(code))
        .source(body != null && body.isMarkdown(), lead);
  }

  /** Hexo's, among options such as {@code lang:js}; it cannot hold the marks of a fence. */
  private String title(Tag tag) {
    CodeTitles titles = settings.posts().written().markdown().codeTitles();
    return titles == CodeTitles.AFTER_LANGUAGE && !tag.is("highlight")
        ? OPTION.matcher(tag.rest()).replaceAll(" ").replaceAll("[`\\s]+", " ").strip()
        : "";
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

package io.github.feedwright.setup;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.settings.scope.Languages.Language;
import io.github.feedwright.settings.value.Form;
import io.github.feedwright.settings.value.Forms;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the configuration of a generator says of its site.
 *
 * @param values by our keys, such as {@code site.title}
 * @param permalinks the patterns of permalinks that are understood
 * @param languages those that have feeds, the site's own first; empty for a site in one language
 * @param report what was taken and what could not be, one line each
 */
record FormerSite(
    Map<String, String> values,
    PermalinkPatterns permalinks,
    List<Language> languages,
    List<String> report) {
  static final FormerSite NONE =
      new FormerSite(Map.of(), PermalinkPatterns.NONE, List.of(), List.of());

  /** The address of a site whose own is not known. */
  static final String HERE = "http://localhost:8080/";

  /** The title of old Jekyll sites; elsewhere the name of anything. */
  private static final String NAME = "name";

  private static final String JEKYLL = "jekyll";
  private static final String HEXO = "hexo";
  private static final String URL = "site.url";
  private static final String LANGUAGE = "site.language";
  private static final String AUTHOR = "site.author.";

  /** Our keys, and theirs in the order in which they count. */
  private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put("site.title", List.of("title", "sitename", "blog_title", "params.title", NAME));
    KEYS.put(URL, List.of("url", "baseURL", "base_url", "siteurl", "site_url"));
    KEYS.put(
        "site.description",
        List.of(
            "description",
            "params.description",
            "sitesubtitle",
            "subtitle",
            "params.subtitle",
            "tagline",
            "blog_description",
            "extra.description"));
    KEYS.put(
        LANGUAGE,
        List.of(
            "lang",
            "language",
            "default_lang",
            "languageCode",
            "locale",
            "defaultContentLanguage",
            "default_language"));
    KEYS.put("posts.timezone", List.of("timezone"));
    KEYS.put(
        AUTHOR + "name",
        List.of(
            "author.name",
            "author",
            "params.author.name",
            "params.author",
            "blog_author",
            "extra.author.name",
            "extra.author",
            "authors",
            "params.authors",
            "extra.authors"));
    KEYS.put(
        AUTHOR + "email",
        List.of(
            "author.email",
            "author_email",
            "email",
            "params.author.email",
            "params.email",
            "blog_email",
            "extra.author.email",
            "extra.email"));
    KEYS.put(
        AUTHOR + "url",
        List.of(
            "author.url", "author.uri", "author.home", "params.author.url", "extra.author.url"));
  }

  /**
   * Reads a configuration.
   *
   * @param main the file of the generator
   * @param keys the keys of all its files
   */
  static FormerSite of(Generator generator, ConfigFile main, FormerKeys keys) {
    FormerLanguages languages = FormerLanguages.of(keys);
    Map<String, String> values = new LinkedHashMap<>();
    boolean isJekyll = generator.name().equals(JEKYLL);
    KEYS.forEach(
        (ours, theirs) ->
            candidates(theirs, languages, keys)
                .filter(value -> !keys.isSettled(value))
                .filter(value -> isJekyll || !value.key().equalsIgnoreCase(NAME))
                .filter(value -> !(ours.equals(URL) && isPath(value)))
                .forEach(value -> take(ours, value, languages, keys, values)));
    if (languages.own() != null) {
      values.putIfAbsent(LANGUAGE, languages.own());
    }
    addPath(generator, keys, values);
    PermalinkPatterns permalinks = FormerPermalinks.of(generator, main, keys);
    return new FormerSite(values, permalinks, languages.all(), keys.report());
  }

  /** What is set for the site's own language counts more than what is set for all. */
  private static Stream<ConfigFile.Value> candidates(
      List<String> theirs, FormerLanguages languages, FormerKeys keys) {
    Stream<String> own =
        languages.own() == null
            ? Stream.empty()
            : theirs.stream().map(key -> "languages." + languages.own() + "." + key);
    return Stream.concat(own, theirs.stream()).flatMap(key -> keys.of(key).stream());
  }

  private static void take(
      String ours,
      ConfigFile.Value value,
      FormerLanguages languages,
      FormerKeys keys,
      Map<String, String> values) {
    String taken = values.get(ours);
    if (taken != null) {
      keys.refuse(value, ours + " is already " + taken);
      return;
    }
    boolean isOneItem = value.items().size() == 1;
    if (!value.isPlain() && !isOneItem) {
      keys.refuse(value, "it is no plain text; write " + ours + " yourself");
      return;
    }
    String text = isOneItem ? value.items().get(0) : value.text().strip();
    try {
      String read = read(ours, text);
      String own = languages.all().isEmpty() ? null : languages.own();
      if (ours.equals(LANGUAGE) && own != null && !own.equals(read)) {
        keys.refuse(value, LANGUAGE + " is " + own + ", the first of languages");
      } else if (ours.startsWith(AUTHOR)
          && !ours.endsWith("name")
          && !values.containsKey(AUTHOR + "name")) {
        keys.refuse(value, "site.author has no name; write site.author yourself");
      } else {
        values.put(ours, read);
        keys.take(value, ours + ": " + read);
      }
    } catch (Form.Refused refused) {
      keys.refuse(value, "\"" + text + "\" " + refused.getMessage());
    }
  }

  private static String read(String ours, String text) throws Form.Refused {
    if (text.contains("{{") || text.contains("<%") || text.contains("{%")) {
      throw new Form.Refused("is a template; write " + ours + " yourself");
    }
    return switch (ours) {
      case URL -> Forms.BASE_URL.read(text).toString();
      case AUTHOR + "url" -> Forms.URL.read(text).toString();
      case AUTHOR + "email" -> Forms.EMAIL.read(text);
      case "posts.timezone" -> Forms.ZONE.read(text).getId();
      case LANGUAGE -> language(text);
      default -> Forms.TITLE.read(text);
    };
  }

  private static String language(String text) throws Form.Refused {
    String tag = FormerLanguages.tag(text);
    return tag == null ? Forms.LANGUAGE.read("") : tag;
  }

  private static boolean isPath(ConfigFile.Value value) {
    return value.isPlain() && value.text().strip().matches("/([^/].*)?");
  }

  /** The path of a site below its host, where a generator has it in a key of its own. */
  private static void addPath(Generator generator, FormerKeys keys, Map<String, String> values) {
    boolean isHexo = generator.name().equals(HEXO);
    boolean isOfUrl = isHexo || generator.name().equals(JEKYLL) || !values.containsKey(URL);
    for (ConfigFile.Value value : keys.of(isHexo ? "root" : "baseurl")) {
      boolean isTop = value.text().strip().equals("/");
      if (!isOfUrl || isTop || keys.isSettled(value) || !isPath(value)) {
        continue;
      }
      URI host = URI.create(values.getOrDefault(URL, HERE));
      // Jekyll appends it to url; Hexo has the path in both.
      String base = isHexo ? host.resolve("/").toString() : host.toString();
      String path = value.text().strip().replaceAll("^/+", "");
      try {
        values.put(URL, Forms.BASE_URL.read(base + path).toString());
        keys.take(value, URL + ": " + values.get(URL));
      } catch (Form.Refused refused) {
        keys.refuse(value, "\"" + value.text() + "\" is no path; write site.url yourself");
      }
    }
  }
}

package io.github.feedwright.setup;

import io.github.feedwright.generator.ConfigFile;
import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.PermalinkPatterns;
import io.github.feedwright.settings.PermalinkPattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration of a generator says of its site.
 *
 * @param values by our keys, such as {@code site.title}
 * @param permalinks the patterns of permalinks that are understood
 * @param languages their tags, where there are several
 * @param report what was taken and what could not be, one line each
 */
record FormerSite(
    Map<String, String> values,
    PermalinkPatterns permalinks,
    List<String> languages,
    List<String> report) {
  static final FormerSite NONE =
      new FormerSite(Map.of(), PermalinkPatterns.NONE, List.of(), List.of());

  /** Our keys, and theirs in the order in which they count. */
  private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put("site.title", List.of("title", "sitename", "blog_title", "params.title"));
    KEYS.put("site.url", List.of("url", "baseurl", "base_url", "siteurl", "site_url"));
    KEYS.put(
        "site.description",
        List.of(
            "description", "params.description", "sitesubtitle", "subtitle", "blog_description"));
    KEYS.put(
        "site.language",
        List.of(
            "lang",
            "language",
            "locale",
            "languagecode",
            "defaultcontentlanguage",
            "default_language",
            "default_lang"));
    KEYS.put("posts.timezone", List.of("timezone"));
    KEYS.put(
        "author.name",
        List.of("author.name", "author", "params.author.name", "params.author", "blog_author"));
    KEYS.put(
        "author.email",
        List.of("author.email", "email", "params.author.email", "params.email", "blog_email"));
    KEYS.put("author.url", List.of("author.url", "author.uri", "params.author.url"));
  }

  private static final List<String> PERMALINKS =
      List.of("permalink", "permalinks", "article_url", "permalinks.posts", "permalinks.page");

  /** Reads a configuration. */
  static FormerSite of(Generator generator, String fileName, String text) {
    ConfigFile file = ConfigFile.of(fileName, text);
    Map<String, ConfigFile.Value> found = file.values();
    Map<String, String> values = new LinkedHashMap<>();
    List<String> report = new ArrayList<>();
    KEYS.forEach((ours, theirs) -> take(ours, theirs, fileName, found, values, report));
    String path = path(generator, found);
    if (path != null && values.containsKey("site.url")) {
      values.merge("site.url", path, (url, below) -> URI.create(url).resolve(below).toString());
    }
    PermalinkPatterns permalinks = permalinks(generator, file, found, report);
    List<String> languages = FormerLanguages.of(fileName, found, report);
    return new FormerSite(values, permalinks, languages, report);
  }

  private static void take(
      String ours,
      List<String> theirs,
      String fileName,
      Map<String, ConfigFile.Value> found,
      Map<String, String> values,
      List<String> report) {
    for (String key : theirs) {
      ConfigFile.Value value = found.get(key);
      if (value == null || (value.isPlain() && value.text().isBlank())) {
        continue;
      }
      String text = value.text().strip();
      String where = fileName + ":" + value.line() + ": " + key;
      if (!value.isPlain() || !test(ours).test(text)) {
        // A Jekyll site's baseurl is only the path of its url.
        if (!(ours.equals("site.url") && text.startsWith("/"))) {
          report.add(where + " is not taken: it is no plain " + ours + "; write it yourself");
        }
        continue;
      }
      values.put(ours, ours.equals("site.language") ? text.replace('_', '-') : text);
      report.add(where + " is " + ours + ": " + values.get(ours));
      return;
    }
  }

  private static Predicate<String> test(String ours) {
    return switch (ours) {
      case "site.url", "author.url" -> FormerSite::isAddress;
      case "posts.timezone" -> FormerSite::isZone;
      case "site.language" -> text -> text.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*");
      default -> text -> !text.contains("{{") && !text.contains("<%");
    };
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null && text.matches("https?://.*");
    } catch (URISyntaxException other) {
      return false;
    }
  }

  private static boolean isZone(String text) {
    try {
      return !ZoneId.of(text).getId().isEmpty();
    } catch (DateTimeException unknown) {
      return false;
    }
  }

  /** The path of a site below its host, where a generator has it in a key of its own. */
  private static @Nullable String path(Generator generator, Map<String, ConfigFile.Value> found) {
    ConfigFile.Value value = found.get(generator.name().equals("hexo") ? "root" : "baseurl");
    String path = value == null ? "" : value.text().strip();
    return path.startsWith("/") && path.length() > 1 ? path.replaceAll("/+$", "") + "/" : null;
  }

  private static PermalinkPatterns permalinks(
      Generator generator,
      ConfigFile file,
      Map<String, ConfigFile.Value> found,
      List<String> report) {
    PermalinkPatterns stated = generator.permalinks(file);
    String fileName = file.path();
    PermalinkPatterns understood = PermalinkPattern.understood(stated);
    for (PermalinkPatterns.Rule rule : understood.rules()) {
      report.add(fileName + ": posts.permalink is " + rule.pattern() + " for " + rule.section());
    }
    String key = PERMALINKS.stream().filter(found::containsKey).findFirst().orElse(null);
    if (understood.rules().size() < stated.rules().size()
        || (key != null && understood.rules().isEmpty())) {
      report.add(
          fileName
              + ": "
              + (key == null ? "permalink" : key)
              + " is not taken: not all of it is understood; write posts.permalink yourself");
    }
    return understood;
  }
}

package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.HugoPaths;
import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.rule.HugoSlug;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.generator.rule.SitePages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hugo. */
public record Hugo() implements Generator {
  /** Where {@code uglyURLs} are on. */
  private static final String UGLY = "/:sections/:slugorcontentbasename.html";

  private static final Pattern TRANSLATED = Pattern.compile("(?i)languages\\.[^.]+\\.contentDir");

  private static final Pattern LANGUAGE = Pattern.compile("(?i)languages\\.([^.]+)\\.");

  @Override
  public String name() {
    return "hugo";
  }

  @Override
  public String title() {
    return "Hugo";
  }

  @Override
  public List<String> authorKeys() {
    return List.of("params.author.name", "params.author", "author.name", "author");
  }

  @Override
  public List<String> configurations() {
    return List.of(
        "hugo.toml",
        "hugo.yaml",
        "hugo.yml",
        "hugo.json",
        "config/_default/hugo.toml",
        "config/_default/hugo.yaml",
        "config/_default/config.toml",
        "config/_default/config.yaml",
        "config.toml",
        "config.yaml",
        "config.yml",
        "config.json");
  }

  /** A {@code config.toml} may also be Zola's, a {@code config.yaml} this program's. */
  @Override
  public boolean isConfiguredBy(ConfigFile file) {
    return file.name().startsWith("hugo.")
        || file.has("baseurl", "languageCode", "defaultContentLanguage", "paginate", "theme");
  }

  @Override
  public boolean isShownBy(String start) {
    return start.startsWith("+++") && !start.contains("[taxonomies]") && !start.contains("[extra]");
  }

  @Override
  public List<String> contentFolders() {
    return List.of("content");
  }

  @Override
  public List<String> translatedFolders(ConfigFile file) {
    return file.plainValues().entrySet().stream()
        .filter(each -> TRANSLATED.matcher(each.getKey()).matches())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Those of the main language alone: the others have addresses of their own. */
  @Override
  public List<String> contentFolders(ConfigFile file) {
    String written = file.value("defaultContentLanguage");
    String own = file.value("languages." + (written == null ? "en" : written) + ".contentDir");
    String all = file.value("contentDir");
    return own != null ? List.of(own) : all != null ? List.of(all) : contentFolders();
  }

  @Override
  public PermalinkPatterns permalinks(ConfigFile file) {
    Map<String, String> ugly = file.table("uglyURLs");
    boolean isUgly = file.isTrue("uglyURLs");
    Map<String, String> sections = new LinkedHashMap<>();
    file.table("permalinks")
        .forEach(
            (section, pattern) ->
                sections.put(
                    section.equals("/") ? "." : section,
                    isUgly || "true".equals(ugly.get(section)) ? named(pattern) : whole(pattern)));
    ugly.forEach(
        (section, isOn) -> {
          if (isOn.equals("true")) {
            sections.putIfAbsent(section, UGLY);
          }
        });
    PermalinkPatterns stated = PermalinkPatterns.of(sections);
    return isUgly ? stated.or(PermalinkPatterns.everywhere(UGLY)) : stated;
  }

  private static String named(String pattern) {
    boolean isFile = pattern.indexOf('.', pattern.lastIndexOf('/') + 1) >= 0;
    return isFile ? pattern : pattern.replaceFirst("/+$", "") + ".html";
  }

  /** It writes a page into a folder of its own, unless the pattern names a file. */
  private static String whole(String pattern) {
    boolean isFile = pattern.indexOf('.', pattern.lastIndexOf('/') + 1) >= 0;
    return isFile || pattern.endsWith("/") ? pattern : pattern + "/";
  }

  @Override
  public String permalink(PostFacts post) {
    return "/:sections/:slugorcontentbasename/";
  }

  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    return switch (name) {
      case "title" -> HugoSlug.of(post.title());
      case "slug" -> HugoSlug.of(post.slugOr(post.title()));
      case "filename", "contentbasename" -> HugoSlug.of(post.stem());
      case "slugorfilename", "slugorcontentbasename" -> HugoSlug.of(post.slugOr(post.stem()));
      case "section" -> post.folders().isEmpty() ? "" : HugoSlug.of(post.folders().get(0));
      case "sections" -> post.folders().stream().map(HugoSlug::of).collect(Collectors.joining("/"));
      default -> null;
    };
  }

  /** Of the shortcode {@code param}. */
  @Override
  public String fieldOf(String variable) {
    return variable;
  }

  @Override
  public String settingOf(String variable) {
    return "params." + variable;
  }

  @Override
  public boolean runs(String open) {
    return open.length() == 3;
  }

  @Override
  public boolean putsLanguagesFirst() {
    return true;
  }

  @Override
  public MarkdownAdditions markdown(@Nullable ConfigFile file) {
    return MarkdownAdditions.USUAL.withEmoji(file != null && file.isTrue("enableEmoji"));
  }

  @Override
  public SitePages pages(@Nullable ConfigFile file) {
    return SitePages.LIKE_POSTS;
  }

  /** Where it has several languages. */
  @Override
  public @Nullable String mainFolder(Map<String, String> configured) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.putAll(configured);
    long languages =
        values.keySet().stream()
            .map(LANGUAGE::matcher)
            .filter(Matcher::lookingAt)
            .map(each -> each.group(1).toLowerCase(Locale.ROOT))
            .distinct()
            .count();
    return languages > 1 && "true".equals(values.get("defaultContentLanguageInSubdir"))
        ? values.getOrDefault("defaultContentLanguage", "en").toLowerCase(Locale.ROOT)
        : null;
  }

  /** A {@code url} is a folder unless it names a file, below that of its language without slash. */
  @Override
  public String stated(
      String key, String address, @Nullable String language, Map<String, String> configured) {
    if (!key.equals("url") || address.contains("://")) {
      return address;
    }
    String folder = language == null ? mainFolder(configured) : language;
    String url = whole(address);
    return folder == null || url.startsWith("/") ? url : "/" + folder + "/" + url;
  }

  @Override
  public PathRules rules(ConfigFile file) {
    return HugoPaths.rules(file);
  }

  @Override
  public boolean datesSections() {
    return true;
  }

  @Override
  public boolean knowsPostsFolders() {
    return false;
  }
}

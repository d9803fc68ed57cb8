package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.JekyllPaths;
import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.rule.JekyllDefaults;
import io.github.feedwright.generator.rule.JekyllPages;
import io.github.feedwright.generator.rule.JekyllSlug;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.generator.rule.SitePages;
import io.github.feedwright.yaml.Mapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Jekyll 4, and GitHub Pages. */
public record Jekyll() implements Generator {
  private static final Pattern YEAR_AGAIN =
      Pattern.compile("(\\d{4})(-\\d{1,2}-\\d{1,2} +[\\d:]+) +\\1 +[+-]\\d{2}:?\\d{2}");
  private static final Pattern LAST_DOTS = Pattern.compile("\\.+$");

  /** What is not about all posts is of the configuration. */
  private static final Pattern SITE_VALUE =
      Pattern.compile(
          "site\\.(?!(?:data|time|pages|static_files|tags|categories|posts|html_pages|collections"
              + "|documents|related_posts|config)\\b)");

  /** What it makes of a post comes before the fields of that name. */
  private static final Pattern OWN_VALUE =
      Pattern.compile(
          "page\\.(?!(?:id|output|content|relative_path|collection|previous|next|path)\\b)");

  private static final Pattern DATED_POST =
      Pattern.compile("(?:^|.*/)_posts/(?:.*/)?\\d{2,4}-\\d{1,2}-\\d{1,2}-[^/]*");

  @Override
  public String name() {
    return "jekyll";
  }

  @Override
  public String title() {
    return "Jekyll";
  }

  @Override
  public List<String> authorKeys() {
    return List.of("author.name", "author");
  }

  @Override
  public List<String> configurations() {
    return List.of("_config.yml", "_config.yaml", "_config.toml");
  }

  @Override
  public boolean isConfiguredBy(ConfigFile file) {
    return !new Hexo().isConfiguredBy(file);
  }

  @Override
  public List<String> contentFolders(ConfigFile file) {
    String source = file.value("source");
    return source == null ? contentFolders() : List.of(source);
  }

  @Override
  public PermalinkPatterns permalinks(ConfigFile file) {
    String ofPosts = file.value("collections.posts.permalink");
    return PermalinkPatterns.everywhere(ofPosts == null ? file.value("permalink") : ofPosts);
  }

  @Override
  public String permalink(PostFacts post) {
    return "/:categories/:year/:month/:day/:title.html";
  }

  /** Ruby ignores the zone after a second year. */
  @Override
  public String date(String written) {
    return YEAR_AGAIN.matcher(written.strip()).replaceFirst("$1$2");
  }

  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    return switch (name) {
      case "title" -> JekyllSlug.pretty(name(post));
      case "slug" -> JekyllSlug.plain(name(post));
      default -> null;
    };
  }

  private static String name(PostFacts post) {
    return post.slugOr(LAST_DOTS.matcher(post.fileSlug()).replaceFirst(""));
  }

  @Override
  public @Nullable String hides(String path, Map<String, String> configured, List<String> own) {
    return JekyllPaths.hides(path);
  }

  @Override
  public boolean repeatsKeys() {
    return true;
  }

  @Override
  public boolean needsNoFrontMatter(String path) {
    return DATED_POST.matcher(path).matches();
  }

  @Override
  public String titleOf(String slug) {
    return Arrays.stream(slug.split("-")).map(Jekyll::capitalised).collect(Collectors.joining(" "));
  }

  private static String capitalised(String word) {
    int first = word.isEmpty() ? 0 : word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT)
        + word.substring(first).toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable String fieldOf(String variable) {
    return variable(OWN_VALUE, variable);
  }

  @Override
  public @Nullable String settingOf(String variable) {
    return variable(SITE_VALUE, variable);
  }

  private static @Nullable String variable(Pattern form, String variable) {
    Matcher named = form.matcher(variable);
    return named.lookingAt() ? variable.substring(named.end()) : null;
  }

  @Override
  public List<Mapping> defaults(String path, Mapping configured) {
    return JekyllDefaults.of(path, configured);
  }

  @Override
  public boolean runs(String open) {
    return open.length() == 2;
  }

  /** kramdown unless another Markdown is named; emoji by the plugin that GitHub Pages have. */
  @Override
  public MarkdownAdditions markdown(@Nullable ConfigFile file) {
    String named = file == null ? null : file.value("markdown");
    return MarkdownAdditions.USUAL
        .withEmoji(file != null && file.text().contains("jemoji"))
        .withEastAsianEmphasis(named == null || named.equalsIgnoreCase("kramdown"));
  }

  @Override
  public List<String> pageFolders(ConfigFile file) {
    List<String> folders = new ArrayList<>(JekyllPages.folders(file.data()));
    folders.add("");
    return folders;
  }

  @Override
  public SitePages.@Nullable Page page(String path, String start, ConfigFile file) {
    return JekyllPages.page(path, start, file.data());
  }

  @Override
  public PathRules rules(ConfigFile file) {
    return JekyllPaths.rules(file);
  }
}

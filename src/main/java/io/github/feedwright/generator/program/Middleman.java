package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.IgnoredPaths;
import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.rule.HyphenSlug;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.PostFacts;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Middleman with its extension for blogs. */
public record Middleman() implements Generator {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");
  private static final Pattern SLASHES = Pattern.compile("^/+|/+$");

  @Override
  public String name() {
    return "middleman";
  }

  @Override
  public String title() {
    return "Middleman";
  }

  @Override
  public List<String> configurations() {
    return List.of("config.rb");
  }

  /** Compass has a file of this name too. */
  @Override
  public boolean isConfiguredBy(ConfigFile file) {
    return file.text().contains("activate :") || file.text().contains("set :layout");
  }

  @Override
  public List<String> contentFolders() {
    return List.of("source");
  }

  @Override
  public PermalinkPatterns permalinks(ConfigFile file) {
    String written = file.value("blog.permalink");
    String prefix = file.value("blog.prefix");
    boolean isPretty = file.text().contains("activate :directory_indexes");
    if (written == null && prefix == null && !isPretty) {
      return PermalinkPatterns.NONE;
    }
    String pattern = written == null ? "{year}/{month}/{day}/{title}.html" : written;
    String path = PLACEHOLDER.matcher(pattern).replaceAll(":$1");
    String before = prefix == null ? "/" : "/" + SLASHES.matcher(prefix).replaceAll("") + "/";
    String whole = before + (path.startsWith("/") ? path.substring(1) : path);
    return PermalinkPatterns.everywhere(
        isPretty && whole.endsWith(".html")
            ? whole.substring(0, whole.length() - ".html".length()) + "/"
            : whole);
  }

  /** Its renderers of Markdown look for images there. */
  @Override
  public String imageBase() {
    return "/images/";
  }

  @Override
  public String permalink(PostFacts post) {
    return "/:year/:month/:day/:title.html";
  }

  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    return name.equals("title") ? HyphenSlug.of(post.slugOr(post.fileSlug()), "_") : null;
  }

  @Override
  public boolean repeatsKeys() {
    return true;
  }

  /** kramdown's. */
  @Override
  public MarkdownAdditions markdown(@Nullable ConfigFile file) {
    return MarkdownAdditions.USUAL.withEastAsianEmphasis(true);
  }

  @Override
  public PathRules rules(ConfigFile file) {
    return IgnoredPaths.ofMiddleman(file);
  }

  @Override
  public boolean knowsPostsFolders() {
    return false;
  }
}

package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.IgnoredPaths;
import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.rule.HexoSlug;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.PostFacts;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hexo. */
public record Hexo() implements Generator {
  private static final String POSTS = "_posts/";
  private static final Pattern HIDDEN = Pattern.compile("(?:^|.*/)_.*");
  private static final Pattern TITLE = Pattern.compile(":title\\b");

  @Override
  public String name() {
    return "hexo";
  }

  @Override
  public String title() {
    return "Hexo";
  }

  @Override
  public List<String> authorKeys() {
    return List.of("author");
  }

  @Override
  public List<String> configurations() {
    return List.of("_config.yml", "_config.yaml");
  }

  /** Jekyll's file has the same name. */
  @Override
  public boolean isConfiguredBy(ConfigFile file) {
    return file.has("new_post_name", "source_dir", "public_dir", "skip_render", "render_drafts");
  }

  @Override
  public List<String> contentFolders() {
    return List.of("source/_posts");
  }

  @Override
  public List<String> contentFolders(ConfigFile file) {
    String source = file.value("source_dir");
    return source == null ? contentFolders() : List.of(source.replaceAll("/+$", "") + "/_posts");
  }

  /**
   * Its {@code :title} is the whole path of a file; but where {@code new_post_name} says that names
   * begin with the date, without that.
   */
  @Override
  public PermalinkPatterns permalinks(ConfigFile file) {
    String written = file.value("permalink");
    String names = file.value("new_post_name");
    boolean isDated = names != null && names.startsWith(":year");
    if (written == null || isDated) {
      return PermalinkPatterns.everywhere(written);
    }
    return PermalinkPatterns.everywhere(TITLE.matcher(written).replaceAll(":path"));
  }

  @Override
  public String permalink(PostFacts post) {
    return "/:year/:month/:day/:path/";
  }

  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    return switch (name) {
      case "title" -> post.fileSlug();
      case "path" -> file(post);
      case "name" -> file(post).substring(file(post).lastIndexOf('/') + 1);
      case "category" -> HexoSlug.ofCategories(post.categories());
      case "post_title" -> HexoSlug.of(post.title());
      default -> null;
    };
  }

  /** It has no page bundles: {@code index} is a name like any other. */
  private static String file(PostFacts post) {
    return post.isBundle() ? post.bare() + "/index" : post.bare();
  }

  @Override
  public @Nullable String hides(String path, Map<String, String> configured, List<String> own) {
    int posts = path.lastIndexOf(POSTS);
    String below = posts < 0 ? path : path.substring(posts + POSTS.length());
    return HIDDEN.matcher(below).matches() ? "its name begins with an underscore" : null;
  }

  @Override
  public String fieldOf(String variable) {
    return variable.startsWith("page.") ? variable.substring("page.".length()) : variable;
  }

  @Override
  public @Nullable String settingOf(String variable) {
    return variable.startsWith("config.") ? variable.substring("config.".length()) : null;
  }

  @Override
  public MarkdownAdditions markdown(@Nullable ConfigFile file) {
    return new MarkdownAdditions(
        false, false, false, true, MarkdownAdditions.CodeTitles.AFTER_LANGUAGE);
  }

  @Override
  public boolean runs(String open) {
    return open.length() == 2;
  }

  @Override
  public boolean indentsByTabs() {
    return true;
  }

  @Override
  public PathRules rules(ConfigFile file) {
    return IgnoredPaths.ofHexo(file);
  }
}

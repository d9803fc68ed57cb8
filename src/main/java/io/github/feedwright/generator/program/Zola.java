package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.IgnoredPaths;
import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.rule.HyphenSlug;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.generator.rule.SitePages;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Zola. */
public record Zola() implements Generator {
  private static final Pattern SECTION =
      Pattern.compile("@/((?:[^?#]+/)?)_index(?:\\.[a-z-]+)?\\.md");

  @Override
  public String name() {
    return "zola";
  }

  @Override
  public String title() {
    return "Zola";
  }

  @Override
  public List<String> authorKeys() {
    return List.of("author", "extra.author");
  }

  @Override
  public List<String> configurations() {
    return List.of("config.toml", "zola.toml");
  }

  @Override
  public boolean isConfiguredBy(ConfigFile file) {
    return file.has("base_url");
  }

  @Override
  public boolean isShownBy(String start) {
    return start.startsWith("+++") && (start.contains("[taxonomies]") || start.contains("[extra]"));
  }

  @Override
  public List<String> contentFolders() {
    return List.of("content");
  }

  @Override
  public String permalink(PostFacts post) {
    return "/:sections/:slug/";
  }

  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    return switch (name) {
      case "slug" -> HyphenSlug.of(post.slugOr(post.undated()), "");
      case "sections" ->
          post.folders().stream()
              .map(folder -> HyphenSlug.of(folder, ""))
              .collect(Collectors.joining("/"));
      default -> null;
    };
  }

  @Override
  public boolean runs(String open) {
    return open.length() == 2;
  }

  @Override
  public boolean putsLanguagesFirst() {
    return true;
  }

  @Override
  public MarkdownAdditions markdown(@Nullable ConfigFile file) {
    return MarkdownAdditions.USUAL.withEmoji(file != null && file.isTrue("markdown.render_emoji"));
  }

  /** A section's file, {@code @/notes/_index.md}, is the page that lists its posts. */
  @Override
  public @Nullable String listing(String link) {
    Matcher section = SECTION.matcher(link);
    return section.matches()
        ? Pattern.compile("/")
            .splitAsStream(section.group(1))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> HyphenSlug.of(folder, "") + "/")
            .collect(Collectors.joining())
        : null;
  }

  @Override
  public SitePages pages(@Nullable ConfigFile file) {
    return SitePages.LIKE_POSTS;
  }

  @Override
  public PathRules rules(ConfigFile file) {
    return IgnoredPaths.ofZola(file);
  }

  @Override
  public boolean knowsPostsFolders() {
    return false;
  }
}

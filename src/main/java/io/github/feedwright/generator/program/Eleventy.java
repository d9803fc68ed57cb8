package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.IgnoredPaths;
import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.rule.EleventyData;
import io.github.feedwright.generator.rule.EleventyFolders;
import io.github.feedwright.generator.rule.EleventyTemplates;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.generator.rule.SitePages;
import io.github.feedwright.generator.rule.Underscores;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Eleventy. */
public record Eleventy() implements Generator {
  @Override
  public String name() {
    return "eleventy";
  }

  @Override
  public String title() {
    return "Eleventy";
  }

  @Override
  public List<String> configurations() {
    return List.of(
        ".eleventy.js",
        "eleventy.config.js",
        "eleventy.config.mjs",
        "eleventy.config.cjs",
        "eleventy.config.ts");
  }

  /** A site without one has its content in its root. */
  @Override
  public List<String> contentFolders(ConfigFile file) {
    String input = EleventyFolders.input(file.text());
    return input == null ? List.of() : List.of(input);
  }

  @Override
  public PermalinkPatterns permalinks(ConfigFile file) {
    return EleventyData.permalinks(file.plainValues());
  }

  @Override
  public String pattern(String permalink) {
    return EleventyTemplates.pattern(permalink);
  }

  @Override
  public String permalink(PostFacts post) {
    return "/:path/";
  }

  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    return name.equals("path") ? path(post) : EleventyTemplates.placeholder(name, post);
  }

  /** A file that is named like its folder has the address of the folder. */
  private static String path(PostFacts post) {
    List<String> folders = post.folders();
    boolean isTwice =
        !post.isBundle()
            && !folders.isEmpty()
            && folders.get(folders.size() - 1).equals(post.stem());
    return isTwice ? String.join("/", folders) : post.bare();
  }

  @Override
  public List<String> hidingKeys() {
    return List.of("unlisted", "eleventyExcludeFromCollections");
  }

  @Override
  public @Nullable String hides(String path, Map<String, String> configured, List<String> own) {
    String why = EleventyData.hides(path, configured, own);
    return why == null ? Underscores.hide(path) : why;
  }

  @Override
  public String fieldOf(String variable) {
    return variable;
  }

  @Override
  public String settingOf(String variable) {
    return EleventyData.dataOf(EleventyData.global(variable));
  }

  @Override
  public boolean runs(String open) {
    return open.length() == 2;
  }

  @Override
  public SitePages pages(@Nullable ConfigFile file) {
    return SitePages.LIKE_POSTS;
  }

  @Override
  public PathRules rules(ConfigFile file) {
    return IgnoredPaths.ofEleventy(file);
  }
}

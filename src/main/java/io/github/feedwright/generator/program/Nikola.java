package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.NikolaPosts;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.generator.rule.PythonSlug;
import io.github.feedwright.generator.rule.SitePages;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Nikola. */
public record Nikola() implements Generator {
  private static final Pattern HEADER = Pattern.compile("\\s*(?:<!--\\s*)?\\.\\. +title:");
  private static final Pattern PAGES =
      Pattern.compile("(?m)^PAGES\\s*=[^\"'#]*[\"'][^\"'\n]*[\"'],\\s*[\"']([^\"'\n]*)[\"']");
  private static final Pattern SLUG = Pattern.compile("(?m)^(?:\\.\\. )?slug: *([^\\s/]+) *$");
  private static final Pattern DRAFT =
      Pattern.compile(
          "(?m)^(?:\\.\\. )?(?:status: *(?:draft|private)|tags:.*\\b(?:draft|private))\\b");
  private static final Pattern LAST_SIGNS = Pattern.compile("[\\s.,]+$");

  @Override
  public String name() {
    return "nikola";
  }

  @Override
  public String title() {
    return "Nikola";
  }

  @Override
  public List<String> authorKeys() {
    return List.of("BLOG_AUTHOR");
  }

  @Override
  public List<String> configurations() {
    return List.of("conf.py");
  }

  /** Sphinx has a file of this name too. */
  @Override
  public boolean isConfiguredBy(ConfigFile file) {
    return file.has("BLOG_TITLE", "POSTS");
  }

  @Override
  public boolean isShownBy(String start) {
    return HEADER.matcher(start).lookingAt();
  }

  @Override
  public List<String> contentFolders() {
    return List.of("posts");
  }

  @Override
  public List<String> contentFolders(ConfigFile file) {
    return NikolaPosts.contentFolders(file);
  }

  @Override
  public PermalinkPatterns permalinks(ConfigFile file) {
    return NikolaPosts.permalinks(file);
  }

  @Override
  public SitePages pages(@Nullable ConfigFile file) {
    return file == null ? SitePages.UNKNOWN : NikolaPosts.pages(file);
  }

  @Override
  public String permalink(PostFacts post) {
    return "/posts/:sections/:slug/";
  }

  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    return switch (name) {
      case "slug" -> post.slugOr(PythonSlug.of(post.stem()));
      case "sections" -> String.join("/", post.folders());
      case "path" -> NikolaPosts.below(post.folders()) + placeholder("slug", post);
      default -> null;
    };
  }

  @Override
  public boolean ignoresStrayLines() {
    return true;
  }

  /** Only if it is configured; the field is {@code author}. */
  @Override
  public boolean splitsAuthors(String key, Map<String, String> configured) {
    return "True".equals(configured.get("MULTIPLE_AUTHORS_PER_POST"));
  }

  @Override
  public boolean splitsTagsAtBlanks() {
    return false;
  }

  /** Signs at its end mean nothing. */
  @Override
  public String date(String written) {
    return LAST_SIGNS.matcher(written).replaceFirst("");
  }

  @Override
  public boolean putsLanguagesFirst() {
    return true;
  }

  @Override
  public MarkdownAdditions markdown(@Nullable ConfigFile file) {
    return MarkdownAdditions.PYTHON;
  }

  @Override
  public List<String> pageFolders(ConfigFile file) {
    return List.of("pages");
  }

  /** Links name pages, as they do posts, by their slugs. */
  @Override
  public SitePages.@Nullable Page page(String path, String start, ConfigFile file) {
    Matcher own = SLUG.matcher(start);
    String slug =
        own.find() ? own.group(1) : PythonSlug.of(new PostFacts(path, null, "", "").stem());
    Matcher pages = PAGES.matcher(file.text());
    String folder = pages.find() ? pages.group(1) : "pages";
    String ending = "False".equals(file.value("PRETTY_URLS")) ? ".html" : "/";
    return DRAFT.matcher(start).find()
        ? null
        : new SitePages.Page(slug, (folder.isEmpty() ? "/" : "/" + folder + "/") + slug + ending);
  }

  @Override
  public boolean knowsPostsFolders() {
    return false;
  }
}

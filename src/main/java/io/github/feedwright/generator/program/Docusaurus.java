package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.DocusaurusBlog;
import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.generator.rule.Underscores;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The blog of a Docusaurus site. */
public record Docusaurus() implements Generator {
  /** A date anywhere in the path counts, as the day and as folders of the address. */
  private static final Pattern DATED =
      Pattern.compile("(?<folder>.*)(?<date>\\d{4}[-/]\\d{1,2}[-/]\\d{1,2})[-/]?(?<text>.*)");

  /** Of {@code markdown.format}: only files named {@code .mdx}, or none, are MDX. */
  private static final Pattern PLAIN = Pattern.compile("\\bformat\\s*:\\s*[\"'](?:detect|md)[\"']");

  @Override
  public String name() {
    return "docusaurus";
  }

  @Override
  public String title() {
    return "Docusaurus";
  }

  @Override
  public List<String> configurations() {
    return List.of("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs");
  }

  @Override
  public List<String> contentFolders() {
    return List.of("blog");
  }

  @Override
  public List<String> contentFolders(ConfigFile file) {
    String path = file.value(DocusaurusBlog.KEY + ".path");
    return path == null ? contentFolders() : List.of(path);
  }

  @Override
  public PermalinkPatterns permalinks(ConfigFile file) {
    boolean isUsual =
        file.plainValues().keySet().stream().noneMatch(DocusaurusBlog.STATED::contains);
    return isUsual
        ? PermalinkPatterns.NONE
        : PermalinkPatterns.everywhere(DocusaurusBlog.address(file.plainValues(), ":path"));
  }

  @Override
  public String permalink(PostFacts post) {
    return DocusaurusBlog.address(Map.of(), ":path");
  }

  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    if (!name.equals("path")) {
      return null;
    }
    Matcher dated = DATED.matcher(post.bare());
    return dated.matches()
        ? dated.group("date").replace('-', '/') + "/" + dated.group("folder") + dated.group("text")
        : post.bare();
  }

  @Override
  public @Nullable String dayOf(String path) {
    Matcher dated = DATED.matcher(path);
    return dated.matches() ? dated.group("date").replace('/', '-') : null;
  }

  @Override
  public String pathOf(String path, String slug, Map<String, String> configured) {
    return DocusaurusBlog.address(configured, slug);
  }

  @Override
  public List<String> hidingKeys() {
    return List.of("unlisted");
  }

  @Override
  public @Nullable String hides(String path, Map<String, String> configured, List<String> own) {
    return Underscores.hide(path);
  }

  @Override
  public boolean titlesByHeading() {
    return true;
  }

  @Override
  public String authorsFile() {
    return "authors.yml";
  }

  @Override
  public boolean readsMdx() {
    return true;
  }

  /** Every post is MDX unless the configuration says otherwise. */
  @Override
  public MarkdownAdditions markdown(@Nullable ConfigFile file) {
    boolean isPlain = file != null && PLAIN.matcher(file.text()).find();
    return new MarkdownAdditions(true, !isPlain, false, true, MarkdownAdditions.CodeTitles.OPTION);
  }

  @Override
  public PathRules rules(ConfigFile file) {
    return DocusaurusBlog.rules(file);
  }

  @Override
  public boolean knowsPostsFolders() {
    return false;
  }
}

package io.github.feedwright.generator;

import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.generator.rule.SitePages;
import io.github.feedwright.yaml.Mapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A generator of sites, by everything in which its posts differ from those of others.
 * Implementations have no state.
 *
 * <p>A path is the path of a post's file below the folder of the generator's content, with {@code
 * /}.
 */
public interface Generator {
  /** The value of {@code posts.generator}. */
  String name();

  /** The name that people know. */
  String title();

  /** The files that configure it, relative to the root of a site; the first one found is read. */
  default List<String> configurations() {
    return List.of();
  }

  /** Whether a file with one of these names is really its configuration. */
  default boolean isConfiguredBy(ConfigFile file) {
    return true;
  }

  /** Whether a post begins as only this generator's posts do. */
  default boolean isShownBy(String start) {
    return false;
  }

  /** The folders of a site that hold its content: {@code content}; none if any may. */
  default List<String> contentFolders() {
    return List.of();
  }

  /** The folders of a site that hold its content by its configuration. */
  default List<String> contentFolders(ConfigFile file) {
    return contentFolders();
  }

  /** The folders of a site that hold translations of its content, by its configuration. */
  default List<String> translatedFolders(ConfigFile file) {
    return List.of();
  }

  /** The patterns of permalinks that a configuration states. */
  default PermalinkPatterns permalinks(ConfigFile file) {
    return PermalinkPatterns.NONE;
  }

  /** The pattern of a post where nothing states one; null for that of posts of no generator. */
  default @Nullable String permalink(PostFacts post) {
    return null;
  }

  /** What a placeholder stands for; null if it is what it is for posts of no generator. */
  default @Nullable String placeholder(String name, PostFacts post) {
    return null;
  }

  /**
   * The path that a {@code slug} states as a whole; null if it is only the path's last segment.
   *
   * @param path the path of the post's file
   * @param configured the plain values of its configuration
   */
  default @Nullable String pathOf(String path, String slug, Map<String, String> configured) {
    return null;
  }

  /** The pages of its sites that are no posts, by its configuration if there is one. */
  default SitePages pages(@Nullable ConfigFile file) {
    return SitePages.UNKNOWN;
  }

  /** The folders of a site, from its root, that hold pages which are not read with the posts. */
  default List<String> pageFolders(ConfigFile file) {
    return List.of();
  }

  /**
   * The page that it makes of a file in one of these folders; null if it makes none.
   *
   * @param path from the root of the site
   * @param start how the file begins
   */
  default SitePages.@Nullable Page page(String path, String start, ConfigFile file) {
    return null;
  }

  /** Whether {@code a.fr.md} is where {@code a.md} is, below {@code /fr/}. */
  default boolean putsLanguagesFirst() {
    return false;
  }

  /**
   * The folder of the addresses of its main language; null if they are in none.
   *
   * @param configured the plain values of its configuration
   */
  default @Nullable String mainFolder(Map<String, String> configured) {
    return null;
  }

  /**
   * The address that a post states, as it is meant.
   *
   * @param key the field that states it
   * @param language the folder of the post's language, if that is not the main one; else null
   * @param configured the plain values of its configuration
   */
  default String stated(
      String key, String address, @Nullable String language, Map<String, String> configured) {
    return address;
  }

  /** A permalink with placeholders in place of the templates that it may hold. */
  default String pattern(String permalink) {
    return permalink;
  }

  /**
   * Why the file at a path is never published, as the rest of a sentence; null if it may be.
   *
   * @param configured the plain values of its configuration
   * @param own the keys of the fields that the file states
   */
  default @Nullable String hides(String path, Map<String, String> configured, List<String> own) {
    return null;
  }

  /** What its configuration says of files by their paths. */
  default PathRules rules(ConfigFile file) {
    return PathRules.NONE;
  }

  /** The path of the site against which it resolves relative images; null if there is none. */
  default @Nullable String imageBase() {
    return null;
  }

  /** What it adds to Markdown, by its configuration if there is one. */
  default MarkdownAdditions markdown(@Nullable ConfigFile file) {
    return MarkdownAdditions.USUAL;
  }

  /** The path of the page that lists posts which a link of a post names; null if it names none. */
  default @Nullable String listing(String link) {
    return null;
  }

  /**
   * Whether a post is hidden by what any generator, theme or person calls hidden: folders of
   * drafts, and fields such as {@code private: true}.
   */
  default boolean isCautious() {
    return true;
  }

  /** Whether files without a date are pages rather than posts that lack one. */
  default boolean hasUndatedPages() {
    return true;
  }

  /** The fields that also hide a post if they are true. */
  default List<String> hidingKeys() {
    return List.of();
  }

  /** Whether {@code .mdx} files are posts. */
  default boolean readsMdx() {
    return false;
  }

  /** Whether the dates of a section's page hold for everything below it. */
  default boolean datesSections() {
    return false;
  }

  /** Whether only {@code _posts} and {@code _drafts} hold posts if there are such folders. */
  default boolean knowsPostsFolders() {
    return true;
  }

  /** Whether of a key that is given twice the last one counts; otherwise it is a mistake. */
  default boolean repeatsKeys() {
    return false;
  }

  /** Whether tabs may indent lines of front matter; YAML forbids it. */
  default boolean indentsByTabs() {
    return false;
  }

  /** Whether a line of a header that is no field is ignored; otherwise it is a mistake. */
  default boolean ignoresStrayLines() {
    return false;
  }

  /** Whether it runs tags in posts that begin like this, such as <code>{%</code>. */
  default boolean runs(String open) {
    return false;
  }

  /** The path of the field whose value a variable in a text stands for; null if it is of none. */
  default @Nullable String fieldOf(String variable) {
    return null;
  }

  /** The path of the value of its configuration that a variable stands for; null if of none. */
  default @Nullable String settingOf(String variable) {
    return null;
  }

  /** The values that a configuration gives the fields which a file lacks; the first ones count. */
  default List<Mapping> defaults(String path, Mapping configured) {
    return List.of();
  }

  /**
   * Whether commas separate the authors in one text under a key.
   *
   * @param configured the plain values of its configuration
   */
  default boolean splitsAuthors(String key, Map<String, String> configured) {
    return false;
  }

  /** The keys of its configuration that may name the author of posts without one. */
  default List<String> authorKeys() {
    return List.of();
  }

  /** Whether blanks separate the tags in one text without commas. */
  default boolean splitsTagsAtBlanks() {
    return true;
  }

  /** Whether the file at a path is a post without front matter. */
  default boolean needsNoFrontMatter(String path) {
    return false;
  }

  /** Whether the heading that a post begins with is its title, if it has no other, and not text. */
  default boolean titlesByHeading() {
    return false;
  }

  /** The file in the folder of its content that says who the authors are; null if it has none. */
  default @Nullable String authorsFile() {
    return null;
  }

  /** The day that the path of a post states, as {@code 2019-01-21}, where its name does not. */
  default @Nullable String dayOf(String path) {
    return null;
  }

  /** A date without what it ignores in one, though nobody else would read it. */
  default String date(String written) {
    return written;
  }

  /** The title of a post without one, from the part of its file name after the date. */
  default @Nullable String titleOf(String slug) {
    return null;
  }
}

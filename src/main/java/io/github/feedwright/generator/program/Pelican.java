package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.path.PelicanPaths;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.generator.rule.PythonSlug;
import io.github.feedwright.generator.rule.SitePages;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pelican. */
public record Pelican() implements Generator {
  private static final Pattern METADATA =
      Pattern.compile("(?im)\\A\\s*title:[^\\n]*(?:\\n\\w+:.*)*");
  private static final String SLUG = ":slug";
  private static final String PAGES = "/pages/:slug.html";

  /** The date and the slug in the names of files, the slug to the end. */
  private static final Pattern FILE_SLUG =
      Pattern.compile("(?m)^FILENAME_METADATA\\s*=.*-\\(\\?P<slug>[^()]*\\)[\"']");

  /** The path of a file without its extension, perhaps only below a folder. */
  private static final Pattern PATH_METADATA =
      Pattern.compile(
          "(?m)^PATH_METADATA\\s*=\\s*[rRuU]?[\"']\\^?([\\w-]*/?)\\(\\?P<(\\w+)>\\.[*+]\\)"
              + "(?:\\\\*\\.|\\[\\.])\\S*[\"']");

  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z]+$");
  private static final Pattern DAY_AND_TIME =
      Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d)-(?=\\d\\d:)");
  private static final Pattern BRACES = Pattern.compile("\\{(\\w+)(?::([^}]*))?\\}");
  private static final Pattern TAGS = Pattern.compile("<[^<>]{0,500}>");

  /** Of Python's strftime. */
  private static final Map<String, String> DATES =
      Map.of(
          "%Y", ":year",
          "%m", ":month",
          "%d", ":day",
          "%y", ":short_year",
          "%b", ":short_month",
          "%B", ":long_month",
          "%j", ":y_day",
          "%H", ":hour",
          "%M", ":minute",
          "%S", ":second");

  @Override
  public String name() {
    return "pelican";
  }

  @Override
  public String title() {
    return "Pelican";
  }

  @Override
  public List<String> authorKeys() {
    return List.of("AUTHOR");
  }

  /** The second one has the addresses that are published. */
  @Override
  public List<String> configurations() {
    return List.of("pelicanconf.py", "pelican.conf.py");
  }

  @Override
  public boolean isShownBy(String start) {
    Matcher metadata = METADATA.matcher(start);
    return metadata.lookingAt() && metadata.group().toLowerCase(Locale.ROOT).contains("\ndate:");
  }

  @Override
  public List<String> contentFolders() {
    return List.of("content");
  }

  @Override
  public List<String> contentFolders(ConfigFile file) {
    String path = file.value("PATH");
    return path == null ? contentFolders() : List.of(path);
  }

  @Override
  public PermalinkPatterns permalinks(ConfigFile file) {
    String url = file.value("ARTICLE_URL");
    String written = url == null ? null : url.replace("{lang}", main(file));
    String slug = slugPlaceholder(file);
    String usual = slug.equals(SLUG) ? null : "/" + slug + ".html";
    return PermalinkPatterns.everywhere(written == null ? usual : pattern(file, written, slug))
        .with(translated(file, slug));
  }

  private static PermalinkPatterns.@Nullable Translated translated(ConfigFile file, String slug) {
    String written = file.value("ARTICLE_LANG_URL");
    String pattern = pattern(file, written == null ? "{slug}-{lang}.html" : written, slug);
    return pattern.indexOf('{') >= 0 ? null : new PermalinkPatterns.Translated(main(file), pattern);
  }

  private static String main(ConfigFile file) {
    String main = file.value("DEFAULT_LANG");
    return main == null ? "en" : main;
  }

  /** What the slug of a post without one comes from: its title, unless the file's name is named. */
  private static String slugPlaceholder(ConfigFile file) {
    if (FILE_SLUG.matcher(file.text()).find()) {
      return ":slugorfilename";
    }
    return "basename".equals(file.value("SLUGIFY_SOURCE")) ? ":slugorcontentbasename" : SLUG;
  }

  /** In our notation; what has another placeholder stays as it is, and is reported. */
  private static String pattern(ConfigFile file, String written, String slug) {
    Matcher named = PATH_METADATA.matcher(file.text());
    boolean isNamed = named.find();
    Matcher braces = BRACES.matcher(written);
    StringBuilder out = new StringBuilder(written.startsWith("/") ? "" : "/");
    while (braces.find()) {
      String placeholder =
          isNamed && braces.group(1).equals(named.group(2))
              ? named.group(1).isEmpty() ? ":path" : ":pagepath"
              : placeholder(braces.group(1), braces.group(2), slug);
      if (placeholder == null) {
        return written;
      }
      braces.appendReplacement(out, Matcher.quoteReplacement(placeholder));
    }
    return braces.appendTail(out).toString();
  }

  private static @Nullable String placeholder(String name, @Nullable String format, String slug) {
    if (format == null) {
      return switch (name) {
        case "slug" -> slug;
        case "category", "lang" -> ":" + name;
        default -> null;
      };
    }
    String pattern = format;
    for (Map.Entry<String, String> date : DATES.entrySet()) {
      pattern = pattern.replace(date.getKey(), date.getValue());
    }
    return name.equals("date") && pattern.indexOf('%') < 0 ? pattern : null;
  }

  @Override
  public String permalink(PostFacts post) {
    return "/:slug.html";
  }

  /** A slug in the file's name is taken as it is. */
  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    return switch (name) {
      case "slug" -> post.slugOr(slug(post.title()));
      case "slugorfilename" -> post.slugOr(post.undated());
      case "slugorcontentbasename" -> post.slugOr(slug(post.stem()));
      case "path" -> EXTENSION.matcher(post.path()).replaceFirst("");
      case "pagepath" ->
          EXTENSION.matcher(post.path().substring(post.path().indexOf('/') + 1)).replaceFirst("");
      default -> null;
    };
  }

  private static String slug(String title) {
    String text = TAGS.matcher(title).replaceAll("");
    return PythonSlug.of(Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  @Override
  public SitePages pages(@Nullable ConfigFile file) {
    List<String> folders = file == null ? null : folders(file, "PAGE_PATHS");
    List<String> posts = file == null ? null : folders(file, "ARTICLE_PATHS");
    String written = file == null ? null : file.value("PAGE_URL");
    return SitePages.of(
        folders == null ? List.of("pages") : folders,
        posts == null || posts.contains("") ? List.of() : posts,
        file == null || written == null ? PAGES : pattern(file, written, SLUG),
        true);
  }

  /** The folders in a list, without slashes at their ends; null if there is no such list. */
  private static @Nullable List<String> folders(ConfigFile file, String key) {
    List<String> written = PelicanPaths.list(file, key);
    return written == null
        ? null
        : written.stream().map(each -> each.replaceFirst("/+$", "")).toList();
  }

  @Override
  public PathRules rules(ConfigFile file) {
    return PelicanPaths.rules(file);
  }

  @Override
  public boolean splitsAuthors(String key, Map<String, String> configured) {
    return key.equalsIgnoreCase("authors");
  }

  @Override
  public boolean splitsTagsAtBlanks() {
    return false;
  }

  /** A hyphen may stand before the time. */
  @Override
  public String date(String written) {
    return DAY_AND_TIME.matcher(written).replaceFirst("$1 ");
  }

  @Override
  public MarkdownAdditions markdown(@Nullable ConfigFile file) {
    return MarkdownAdditions.PYTHON;
  }

  @Override
  public boolean knowsPostsFolders() {
    return false;
  }
}

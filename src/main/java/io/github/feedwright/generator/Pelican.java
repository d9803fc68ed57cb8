package io.github.feedwright.generator;

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
  private static final Pattern BRACES = Pattern.compile("\\{(\\w+)(?::([^}]*))?\\}");
  private static final Pattern TAGS = Pattern.compile("<[^<>]{0,500}>");
  private static final Pattern REFUSED = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}_\\s-]");
  private static final Pattern BLANKS = Pattern.compile("[-\\s]+");

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
  public PermalinkPatterns permalinks(ConfigFile file) {
    String written = file.value("ARTICLE_URL");
    return PermalinkPatterns.everywhere(written == null ? null : pattern(written));
  }

  /** In our notation; what has another placeholder stays as it is, and is reported. */
  private static String pattern(String written) {
    Matcher braces = BRACES.matcher(written);
    StringBuilder out = new StringBuilder(written.startsWith("/") ? "" : "/");
    while (braces.find()) {
      String placeholder = placeholder(braces.group(1), braces.group(2));
      if (placeholder == null) {
        return written;
      }
      braces.appendReplacement(out, Matcher.quoteReplacement(placeholder));
    }
    return braces.appendTail(out).toString();
  }

  private static @Nullable String placeholder(String name, @Nullable String format) {
    if (format == null) {
      return name.equals("slug") || name.equals("category") ? ":" + name : null;
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

  /** The slug comes from the title, not from the file's name. */
  @Override
  public @Nullable String placeholder(String name, PostFacts post) {
    return name.equals("slug") ? post.slugOr(slug(post.title())) : null;
  }

  private static String slug(String title) {
    String text = Normalizer.normalize(TAGS.matcher(title).replaceAll(""), Normalizer.Form.NFKC);
    String kept = REFUSED.matcher(Latin.of(text)).replaceAll("").strip();
    return BLANKS.matcher(kept).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable String hides(String path) {
    return path.startsWith("pages/") ? "the folder pages holds pages" : null;
  }

  @Override
  public boolean splitsAuthors(String key) {
    return key.equalsIgnoreCase("authors");
  }

  /** Python-Markdown's. */
  @Override
  public MarkdownAdditions markdown(@Nullable ConfigFile file) {
    return MarkdownAdditions.USUAL.withEastAsianEmphasis(true);
  }
}

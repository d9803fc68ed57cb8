package io.github.feedwright.generator.rule;

import io.github.feedwright.text.LatinLetters;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Eleventy's templates in permalinks, in Liquid or Nunjucks, stand for. */
public final class EleventyTemplates {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\{\\{-?\\s*(page\\.fileSlug|page\\.filePathStem"
              + "|title(?=\\s*\\|\\s*(slug|slugify)\\s*-?\\})"
              + "|page\\.date(?=\\s*\\|\\s*date:\\s*[\"']([^\"'{}]*)[\"']\\s*-?\\}))[^{}]*\\}\\}");

  /** Liquid's forms of dates that are common in permalinks. */
  private static final Map<String, String> DATES =
      Map.of(
          "%Y", ":year",
          "%m", ":month",
          "%d", ":day",
          "%y", ":short_year",
          "%Y/%m", ":year/:month",
          "%Y/%m/%d", ":year/:month/:day",
          "%Y-%m-%d", ":year-:month-:day");

  private static final Pattern NOT_IN_SLUG = Pattern.compile("[^a-z0-9]+");

  private static final Pattern REFUSED = Pattern.compile("[^\\w\\s*+~.()'\"!:@-]+");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** In it's and don't. */
  private static final Pattern CONTRACTION =
      Pattern.compile("(?i)(?<=[\\p{L}\\d])'(?=[ts](?:\\s|$))");

  private static final Pattern UMLAUT = Pattern.compile("[äöüÄÖÜ]");

  private static final Pattern ENDS = Pattern.compile("^-|-$");

  private EleventyTemplates() {}

  /** A permalink with placeholders in place of its templates; others stay. */
  public static String pattern(String permalink) {
    return VARIABLE
        .matcher(permalink)
        .replaceAll(
            each ->
                switch (each.group(1)) {
                  case "page.fileSlug" -> ":contentbasename";
                  case "page.filePathStem" -> "/:name";
                  case "title" -> each.group(2).equals("slug") ? ":post_title" : ":title";
                  default ->
                      DATES.getOrDefault(each.group(3), Matcher.quoteReplacement(each.group()));
                })
        .replaceFirst("^//", "/")
        .replaceFirst("/:name\\.html$", "/:filename")
        .replaceFirst("/index\\.html$", "/");
  }

  /** What such a placeholder stands for; null if it is another one. */
  public static @Nullable String placeholder(String name, PostFacts post) {
    return switch (name) {
      case "contentbasename" -> post.undated();
      case "name" -> stem(post);
      case "filename" -> post.isBundle() ? post.bare() + "/" : stem(post) + ".html";
      case "title" -> slugify(post.title());
      case "post_title" -> slug(post.title());
      default -> null;
    };
  }

  /** As its filter {@code slug} does, which is older. */
  private static String slug(String title) {
    String named = title.replace("&", "and").replace("%", "percent").replace("$", "dollar");
    String latin = LatinLetters.of(named).toLowerCase(Locale.ROOT).replace('-', ' ');
    return BLANKS.matcher(REFUSED.matcher(latin).replaceAll("").strip()).replaceAll("-");
  }

  private static String slugify(String title) {
    String whole = CONTRACTION.matcher(title.replace("&", " and ")).replaceAll("");
    String german = UMLAUT.matcher(whole).replaceAll("$0e");
    String latin = LatinLetters.of(german).toLowerCase(Locale.ROOT);
    return ENDS.matcher(NOT_IN_SLUG.matcher(latin).replaceAll("-")).replaceAll("");
  }

  /** Its {@code filePathStem}, without the slash that it begins with. */
  private static String stem(PostFacts post) {
    return post.isBundle()
        ? post.bare() + "/index"
        : String.join("/", post.folders()) + (post.folders().isEmpty() ? "" : "/") + post.undated();
  }
}

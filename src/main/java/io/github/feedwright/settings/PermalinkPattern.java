package io.github.feedwright.settings;

import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.settings.value.Form;
import io.github.feedwright.settings.value.Section;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Patterns of addresses, such as {@code /:year/:month/:slug/}. */
public final class PermalinkPattern {
  /** The placeholders of {@code posts.permalink}, without the colon. */
  public static final List<String> PLACEHOLDERS =
      List.of(
          "year",
          "month",
          "day",
          "title",
          "slug",
          "category",
          "categories",
          "filename",
          "section",
          "i_month",
          "i_day",
          "id",
          "short_year",
          "y_day",
          "week",
          "short_day",
          "hour",
          "minute",
          "second",
          "w_year",
          "w_day",
          "long_day",
          "short_month",
          "long_month",
          "slugified_categories",
          "sections",
          "path",
          "name",
          "post_title",
          "contentbasename",
          "slugorfilename",
          "slugorcontentbasename",
          "monthname",
          "weekday",
          "weekdayname",
          "yearday",
          "timestamp");

  /** Jekyll's placeholder that names the id of a post that was imported from WordPress. */
  public static final String WORDPRESS_ID = "wordpress_id";

  private static final String KEY = "permalink";
  private static final Pattern NOT_IN_A_PATH = Pattern.compile("[?#\\s]");

  /** A path without placeholders, which is for one post. */
  private static final Pattern WHOLE = Pattern.compile("/(?!/)[^?#\\s:{}]*");

  private static final Pattern PLACEHOLDER = Pattern.compile(":([a-z_]+)");

  /** In a path that somebody wrote out, a colon inside a word is an ordinary colon. */
  private static final Pattern BEGUN_PLACEHOLDER = Pattern.compile("(?<![A-Za-z0-9]):([a-z_]+)");

  /** Neither an address nor a misspelt style name (which has no placeholder). */
  private static final Pattern RELATIVE =
      Pattern.compile("^(?!/|[A-Za-z][A-Za-z0-9+.-]*:/).*:[a-z]");

  private static final Map<String, String> JEKYLL_STYLES =
      Map.of(
          "date", "/:categories/:year/:month/:day/:title.html",
          "pretty", "/:categories/:year/:month/:day/:title/",
          "ordinal", "/:categories/:year/:y_day/:title.html",
          "weekdate", "/:categories/:year/W:week/:short_day/:title.html",
          "none", "/:categories/:title.html");

  private PermalinkPattern() {}

  /** The full pattern for the name of a Jekyll style, or for a pattern with Jekyll's extension. */
  public static String inFull(String text) {
    return JEKYLL_STYLES.getOrDefault(text, text).replace(":output_ext", ".html");
  }

  /** The first unknown placeholder in a post's own path, or null. */
  public static @Nullable String unknown(String path) {
    Matcher placeholders = BEGUN_PLACEHOLDER.matcher(path);
    while (placeholders.find()) {
      String name = placeholders.group(1);
      if (!PLACEHOLDERS.contains(name) && !name.equals(WORDPRESS_ID)) {
        return placeholders.group();
      }
    }
    return null;
  }

  /** Reads {@code posts.permalink}: a pattern, or a map of sections to patterns. */
  static PermalinkPatterns read(Section posts) {
    if (!posts.isMap(KEY)) {
      return PermalinkPatterns.everywhere(posts.optional(KEY, PermalinkPattern::path));
    }
    List<PermalinkPatterns.Rule> rules = new ArrayList<>();
    for (Mapping.Field field : posts.entries(KEY, "a map of folders to patterns")) {
      Scalar key = new Scalar(field.key(), false, field.line());
      String section = posts.read(KEY, key, PermalinkPattern::section);
      String pattern = posts.read(KEY, field.value(), PermalinkPattern::path);
      if (section != null && pattern != null) {
        rules.add(new PermalinkPatterns.Rule(section, pattern));
      }
    }
    return new PermalinkPatterns(rules);
  }

  /** A folder below the posts directory, with or without slashes around it. */
  private static String section(String written) throws Form.Refused {
    String name = written.replaceAll("^/+|/+$", "");
    if (name.isEmpty() || name.contains("//") || name.contains("..")) {
      throw new Form.Refused(
          "is not a folder; write one such as notes, a path such as notes/2019*, or * for all"
              + " other posts");
    }
    return name;
  }

  /** The patterns of a generator's configuration that are understood. */
  public static PermalinkPatterns understood(PermalinkPatterns stated) {
    return new PermalinkPatterns(
        stated.rules().stream().map(PermalinkPattern::understood).filter(Objects::nonNull).toList(),
        stated.translated());
  }

  /** The patterns of a generator's configuration that are not. */
  public static PermalinkPatterns notUnderstood(PermalinkPatterns stated) {
    return new PermalinkPatterns(
        stated.rules().stream().filter(each -> understood(each) == null).toList());
  }

  private static PermalinkPatterns.@Nullable Rule understood(PermalinkPatterns.Rule rule) {
    try {
      boolean isWhole = rule.isOfFile() && WHOLE.matcher(rule.pattern()).matches();
      String pattern = isWhole ? rule.pattern() : path(rule.pattern());
      return new PermalinkPatterns.Rule(section(rule.section()), pattern);
    } catch (Form.Refused notUnderstood) {
      return null;
    }
  }

  /** The form of {@code posts.permalink}: a pattern, or the name of a Jekyll style. */
  static String path(String text) throws Form.Refused {
    String pattern = fromTheTop(inFull(text));
    if (!pattern.startsWith("/")
        || pattern.startsWith("//")
        || NOT_IN_A_PATH.matcher(pattern).find()) {
      throw new Form.Refused(
          "is not allowed; write a path such as /:year/:month/:day/:slug/, or date, pretty, ordinal, weekdate or none");
    }
    refuseUnknown(pattern, PLACEHOLDERS);
    return pattern;
  }

  /** Middleman and Hexo write no slash before the first placeholder. */
  private static String fromTheTop(String pattern) {
    return RELATIVE.matcher(pattern).find() ? "/" + pattern : pattern;
  }

  /** The form of {@code ids.template}: an address, with placeholders also in its query. */
  static String address(String text) throws Form.Refused {
    if (!text.matches("https?://[^/:\\s]+(:[0-9]+)?/\\S*")) {
      throw new Form.Refused(
          "is not allowed; write an http or https address such as https://old.example.org/:year/:month/:title/");
    }
    List<String> allowed = Stream.concat(PLACEHOLDERS.stream(), Stream.of(WORDPRESS_ID)).toList();
    refuseUnknown(text.substring(text.indexOf("//")), allowed);
    return text;
  }

  private static void refuseUnknown(String pattern, List<String> allowed) throws Form.Refused {
    Matcher placeholders = PLACEHOLDER.matcher(pattern);
    String list = "allowed are :" + String.join(", :", allowed);
    if (!placeholders.find()) {
      throw new Form.Refused("has no placeholder, so every post would have the same one; " + list);
    }
    do {
      if (!allowed.contains(placeholders.group(1))) {
        throw new Form.Refused("has the unknown placeholder " + placeholders.group() + "; " + list);
      }
    } while (placeholders.find());
  }
}

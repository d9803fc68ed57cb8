package io.github.feedwright.permalink;

import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.PostFacts;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.value.ShownText;
import io.github.feedwright.settings.PostsSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.text.Slug;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The paths of posts: patterns with placeholders such as {@code /:year/:month/:slug/}, filled in
 * from a post. A path begins with {@code /}, is in Unicode NFC, and is not percent-encoded.
 */
public final class Permalinks {
  private static final Pattern PLACEHOLDER = Pattern.compile(":([a-z_]+)");

  /** Of a file name, before its extensions. */
  private static final Pattern LANGUAGE_END =
      Pattern.compile("\\.[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*(?=(?:\\.[A-Za-z]+)?\\.[A-Za-z]+$)");

  private static final int LONGEST = 8192;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ORIGIN = Pattern.compile("^(?i:https?)://[^/]*");

  private final PostsSettings posts;
  private final Languages languages;
  private final ZoneId zone;

  /** Paths by the configuration's patterns, or by those of the posts' generator. */
  public Permalinks(Settings settings) {
    this.posts = settings.posts();
    this.languages = settings.languages();
    this.zone = posts.timezone();
  }

  /** The path of a post below {@code site.url}: its own if its author gives one. */
  public String of(Post post) {
    Languages.Language end =
        posts.generator().putsLanguagesFirst() ? languages.ofEnd(post.stem()) : null;
    boolean hasEnd = end != null || posts.written().pages().languages().isMain(post.path());
    PostFacts facts = facts(post, hasEnd ? withoutEnd(post.path()) : post.path());
    String own = post.address().permalink();
    if (own != null) {
      return path(own, post, facts);
    }
    String translated = posts.permalinks().ofTranslation(post.language());
    if (translated != null) {
      return path(translated, post, facts);
    }
    String configured = posts.permalinks().of(facts.path());
    String generators = configured == null ? posts.generator().permalink(facts) : null;
    String pattern = generators == null ? configured : generators;
    String path = path(pattern == null ? PermalinkPatterns.USUAL : pattern, post, facts);
    if (end != null) {
      return below(end, path);
    }
    boolean mayBeFirst = generators == null || posts.generator().putsLanguagesFirst();
    Languages.Language folder = mayBeFirst ? folder(post, configured) : null;
    return folder == null
        ? belowMain(path)
        : isIn(section(post.path()), path) ? path : below(folder, path);
  }

  /** The path of a page of the site that is no post. */
  public String ofPage(Post page) {
    String pattern = posts.written().pages().pattern();
    if (pattern == null) {
      return of(page);
    }
    PostFacts facts = facts(page, page.path());
    String own = page.address().permalink();
    return path(own == null ? pattern : own, page, facts);
  }

  private String path(String pattern, Post post, PostFacts facts) {
    return path(fill(pattern, post, name -> posts.generator().placeholder(name, facts)));
  }

  private static String withoutEnd(String path) {
    return LANGUAGE_END.matcher(path).replaceFirst("");
  }

  /** The language of a translation in the folder of its language, which has no own pattern. */
  private Languages.@Nullable Language folder(Post post, @Nullable String pattern) {
    String folder = section(post.path());
    Languages.Language language = languages.of(folder);
    return language != null
            && language.tag().equalsIgnoreCase(post.language())
            && Objects.equals(
                pattern, posts.permalinks().of(post.path().substring(folder.length() + 1)))
        ? language
        : null;
  }

  private static boolean isIn(String folder, String path) {
    return path.toLowerCase(Locale.ROOT).contains("/" + folder.toLowerCase(Locale.ROOT) + "/");
  }

  /** The site's own language has no folder, unless its generator says so. */
  private String below(Languages.Language language, String path) {
    String folder = "/" + language.slug();
    boolean isOwn = language.equals(languages.all().get(0));
    if (isOwn) {
      return belowMain(path);
    }
    return path.startsWith(folder + "/") ? path : folder + path;
  }

  /** Hugo can put its main language in a folder too. */
  private String belowMain(String path) {
    String folder = posts.generator().mainFolder(posts.written().values());
    return folder == null ? path : "/" + folder + path;
  }

  private PostFacts facts(Post post, String path) {
    String below = posts.written().content().path(path);
    return new PostFacts(
        below == null ? path : below,
        post.lines().has("slug") ? post.address().slug() : null,
        ShownText.of(post.title()),
        PostPaths.slug(path),
        post.categories());
  }

  /** The path that an author wrote, as an alias for example. */
  public static String path(String written) {
    String decoded = PercentEncoding.decode(ORIGIN.matcher(written.strip()).replaceFirst(""));
    // A file name may contain a backslash, but servers refuse one in a path, even encoded.
    String path = decoded.replace('\\', '-');
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
        segments.add(segment);
      }
    }
    String end = path.endsWith("/") && !segments.isEmpty() ? "/" : "";
    return Nfc.of("/" + String.join("/", segments) + end);
  }

  /**
   * Another path for a post that cannot have this one. It is made from the path of its file, so
   * that nothing else changes it.
   */
  public static String apart(String path, Post post) {
    CRC32 hash = new CRC32();
    hash.update(post.path().getBytes(StandardCharsets.UTF_8));
    String suffix = HexFormat.of().toHexDigits((int) hash.getValue());
    int end = path.endsWith("/") ? path.length() - 1 : extension(path);
    return path.substring(0, end) + (end == 0 ? "/" : "-") + suffix + path.substring(end);
  }

  private static int extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? dot : path.length();
  }

  /**
   * A pattern with every placeholder filled in; unknown ones stay. It is cut at the maximum length
   * of a path, because each of many placeholders may stand for a long slug.
   */
  public String fill(String pattern, Post post) {
    return fill(pattern, post, name -> null);
  }

  private String fill(String pattern, Post post, Function<String, @Nullable String> generators) {
    ZonedDateTime date = post.dates().published().atZoneSameInstant(zone);
    Matcher placeholder = PLACEHOLDER.matcher(pattern);
    StringBuilder filled = new StringBuilder();
    while (filled.length() <= LONGEST && placeholder.find()) {
      String own = generators.apply(placeholder.group(1));
      String value =
          own == null ? value(placeholder.group(1), placeholder.group(), post, date) : own;
      placeholder.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    if (filled.length() <= LONGEST) {
      placeholder.appendTail(filled);
    }
    return filled.length() <= LONGEST ? filled.toString() : cut(filled);
  }

  private static String cut(StringBuilder filled) {
    boolean isPair = Character.isHighSurrogate(filled.charAt(LONGEST - 1));
    return filled.substring(0, isPair ? LONGEST - 1 : LONGEST);
  }

  private static String value(String name, String placeholder, Post post, ZonedDateTime date) {
    return switch (name) {
      case "year" -> digits(4, date.getYear());
      case "short_year" -> two(date.getYear() % 100);
      case "month" -> two(date.getMonthValue());
      case "i_month" -> Integer.toString(date.getMonthValue());
      case "day" -> two(date.getDayOfMonth());
      case "i_day" -> Integer.toString(date.getDayOfMonth());
      case "y_day" -> digits(3, date.getDayOfYear());
      case "yearday" -> Integer.toString(date.getDayOfYear());
      case "week" -> two(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case "w_year" -> digits(4, date.get(IsoFields.WEEK_BASED_YEAR));
      case "w_day" -> Integer.toString(date.getDayOfWeek().getValue());
      case "short_day" -> date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "weekday" -> Integer.toString(date.getDayOfWeek().getValue() % 7);
      case "long_day", "weekdayname" ->
          date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "short_month" -> date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "long_month", "monthname" ->
          date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "hour" -> two(date.getHour());
      case "minute" -> two(date.getMinute());
      case "second" -> two(date.getSecond());
      case "title" -> title(post);
      case "slug" -> title(post).toLowerCase(Locale.ROOT);
      case "timestamp" -> Long.toString(date.toEpochSecond());
      case "filename", "name", "contentbasename" -> post.stem();
      case "slugorfilename", "slugorcontentbasename" ->
          post.lines().has("slug") ? title(post) : post.stem();
      case "lang" -> post.language() == null ? "" : post.language();
      case "post_title" -> Slug.of(ShownText.of(post.title()));
      case "path" -> bare(post.path());
      case "sections" -> folders(post.path());
      case "category" -> post.categories().stream().findFirst().map(Slug::of).orElse("");
      case "categories" -> categories(post, Permalinks::jekylls);
      case "slugified_categories" -> categories(post, Slug::of);
      case "section" -> section(post.path());
      case "id", "wordpress_id" -> number(post);
      default -> placeholder;
    };
  }

  private static String title(Post post) {
    return BLANKS.matcher(post.address().slug().strip()).replaceAll("-");
  }

  private static String categories(Post post, UnaryOperator<String> form) {
    return post.categories().stream().map(form).distinct().collect(Collectors.joining("/"));
  }

  /** Encoded, because a category such as {@code C#} would otherwise end the path of an id. */
  private static String jekylls(String category) {
    return PercentEncoding.path(category.toLowerCase(Locale.ROOT));
  }

  private static String number(Post post) {
    String number = post.identity().wordpressId();
    return number == null ? post.stem() : number;
  }

  private static String section(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** A post's path without its extension; that of a page bundle is its folder. */
  private static String bare(String path) {
    return new PostFacts(path, null, "", "").bare();
  }

  private static String folders(String path) {
    return String.join("/", new PostFacts(path, null, "", "").folders());
  }

  private static String two(int number) {
    return digits(2, number);
  }

  /** Every post has a path: a format string would be most of the work of making it. */
  private static String digits(int width, int number) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }
}

package io.github.feedwright.post.file;

import io.github.feedwright.text.Nfc;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a post's path says.
 *
 * @param stem the file name with its date and without extensions; for a page bundle, the folder's,
 *     with the language of a translation: {@code a.de}
 * @param slug the stem without its date
 * @param date the date at the start of the stem, or null
 * @param folders the folders it is in, from the outermost
 */
public record PostName(String stem, String slug, @Nullable Day date, List<String> folders) {
  private static final String MDX = ".mdx";

  private static final List<String> MARKDOWN =
      List.of(".md", ".markdown", ".mkd", ".mkdn", ".mdown", MDX);
  private static final String HTML = ".html";

  /** Of a translation, as Hugo and Nikola write it: {@code .de}, {@code .pt-BR}. */
  private static final String LANGUAGE = "\\.[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}";

  private static final Pattern DATED =
      Pattern.compile(
          "(\\d{2,4})-(\\d{1,2})-(\\d{1,2})"
              // Zola's time, with seconds.
              + "(T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:\\d{2})?(?=[-_ ]))?"
              + "(?:[-_ ]+(.*)|"
              + LANGUAGE
              + ")?");
  private static final Pattern BUNDLE = Pattern.compile("(?i:index)((?:" + LANGUAGE + ")?)");
  private static final Pattern NUMBER =
      Pattern.compile("\\p{Nd}[\\p{Nd}T:., _-]*(?:" + LANGUAGE + ")?");
  private static final Pattern TRANSLATED = Pattern.compile("(.+)" + LANGUAGE);

  /** A day in digits, which need not be a valid date, and its time: {@code T10:11:12Z}. */
  public record Day(String year, String month, String day, @Nullable String time) {
    /** The first {@code yyyy/mm/dd} among path segments, or null. */
    public static @Nullable Day in(List<String> segments) {
      for (int i = 0; i + 2 < segments.size(); i++) {
        if (digits(segments.get(i), 4, 4)
            && digits(segments.get(i + 1), 1, 2)
            && digits(segments.get(i + 2), 1, 2)) {
          return new Day(segments.get(i), segments.get(i + 1), segments.get(i + 2), null);
        }
      }
      return null;
    }

    private static boolean digits(String text, int least, int most) {
      return text.length() >= least
          && text.length() <= most
          && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
      return year + "-" + month + "-" + day + (time == null ? "" : time);
    }
  }

  public static PostName of(String path) {
    // A Mac writes names in NFD: a copy of the posts on a Mac must have the same ids.
    String composed = Nfc.of(path);
    List<String> segments = List.of(composed.split("/"));
    List<String> folders = segments.subList(0, segments.size() - 1);
    String stem = withoutExtensions(segments.get(segments.size() - 1));
    Matcher bundle = BUNDLE.matcher(stem);
    if (bundle.matches() && !folders.isEmpty()) {
      // Hugo's index.de.md: each language of a bundle is a post.
      stem = folders.get(folders.size() - 1) + bundle.group(1);
    }
    Matcher dated = DATED.matcher(stem);
    if (!dated.matches()) {
      return new PostName(stem, stem, null, folders);
    }
    String rest = dated.group(5);
    String slug = rest == null || rest.isEmpty() ? stem : rest;
    return new PostName(
        stem,
        slug,
        new Day(dated.group(1), dated.group(2), dated.group(3), dated.group(4)),
        folders);
  }

  /** The same with a day, {@code 2019-01-21}, that its generator reads elsewhere in the path. */
  public PostName withDay(@Nullable String other) {
    if (date != null || other == null) {
      return this;
    }
    String[] parts = other.split("-", -1);
    return new PostName(stem, slug, new Day(parts[0], parts[1], parts[2], null), folders);
  }

  /** The stem without the language of a translation. */
  String untranslated() {
    Matcher translated = TRANSLATED.matcher(stem);
    return translated.matches() ? translated.group(1) : stem;
  }

  /** Whether a file of this name can be a post. */
  static boolean hasExtension(String path) {
    return isMarkdown(path) || lower(path).endsWith(HTML);
  }

  /** Whether a file is Markdown with components, which only some generators read. */
  public static boolean isMdx(String path) {
    return lower(path).endsWith(MDX);
  }

  public static boolean isMarkdown(String path) {
    String name = lower(path);
    return MARKDOWN.stream().anyMatch(name::endsWith);
  }

  /** The slug's words, for a post without a title; empty if it is only a number or a time. */
  public String words() {
    if (NUMBER.matcher(slug).matches()) {
      return "";
    }
    String words = slug.replace('-', ' ').replace('_', ' ').strip();
    if (words.isEmpty()) {
      return stem;
    }
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  /** Drops {@code .md} and, before it, {@code .html}: Middleman writes {@code post.html.md}. */
  private static String withoutExtensions(String name) {
    int end = name.length();
    for (String extension : MARKDOWN) {
      end = without(name, end, extension);
    }
    return name.substring(0, without(name, end, HTML));
  }

  private static int without(String name, int end, String extension) {
    int start = end - extension.length();
    boolean isThere = name.regionMatches(true, start, extension, 0, extension.length());
    return start > 0 && isThere ? start : end;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

package io.github.feedwright.generator.rule;

import io.github.feedwright.yaml.DataPath;
import io.github.feedwright.yaml.Mapping;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses of Jekyll's pages, and of the documents in its collections. */
public final class JekyllPages {
  private static final Pattern PAGE =
      Pattern.compile("(?:[^_./][^/]*/)*[^_./][^/]*\\.(?:md|markdown|html)");
  private static final Pattern DOCUMENT =
      Pattern.compile("_([^/]+)/((?:.*/)?([^/]+?))\\.*\\.(?:md|markdown|html)");
  private static final Pattern DATED = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:-(.+)|\\b.*)");
  private static final Pattern HIDDEN = Pattern.compile("(?m)^published:[ \\t]*false\\b");
  private static final Pattern FILE_STYLE = Pattern.compile("^(?:date|ordinal|none)$|:output_ext$");
  private static final Pattern PLACEHOLDER = Pattern.compile(":([a-z_]+)");
  private static final Pattern SLASHES = Pattern.compile("//+");

  private JekyllPages() {}

  /** The folders of a site that hold such files, from its root. */
  public static List<String> folders(Mapping configured) {
    String folder = JekyllDefaults.text(configured, "collections_dir");
    return DataPath.at(configured, "collections") instanceof Mapping all
        ? all.fields().stream()
            .filter(each -> hasPages(each) && !each.key().equals("posts"))
            .map(each -> (folder.isEmpty() ? "" : folder + "/") + "_" + each.key())
            .toList()
        : List.of();
  }

  private static boolean hasPages(Mapping.Field collection) {
    return collection.value() instanceof Mapping said
        && JekyllDefaults.text(said, "output").equals("true");
  }

  /**
   * The page that it makes of a file: at its own permalink, at that which the configuration states
   * for it, or at its path with the ending that the permalinks of posts have; null if there is
   * none.
   *
   * @param path from the root of the site
   * @param start how the file begins
   */
  public static SitePages.@Nullable Page page(String path, String start, Mapping configured) {
    String name = JekyllDefaults.below(JekyllDefaults.text(configured, "collections_dir"), path);
    Matcher document = DOCUMENT.matcher(name);
    boolean isDocument = document.matches();
    boolean isFile = (isDocument || PAGE.matcher(path).matches()) && start.startsWith("---\n");
    String fields = start.split("\n---\\s*(?:\n|$)", 2)[0];
    if (!isFile || HIDDEN.matcher(fields).find()) {
      return null;
    }
    String stated = field("permalink", fields);
    if (stated.isEmpty()) {
      stated = JekyllDefaults.text(JekyllDefaults.of(path, configured), "permalink");
    }
    String style = JekyllDefaults.text(configured, "permalink");
    String address =
        isDocument
            ? document(document, stated, style, fields, configured)
            : page(path, stated, style);
    return address == null
        ? null
        : new SitePages.Page(name, SLASHES.matcher("/" + address).replaceAll("/"));
  }

  private static @Nullable String page(String path, String stated, String style) {
    PostFacts facts = new PostFacts(path, null, "", "");
    String folder = String.join("/", facts.folders());
    String basename = facts.isBundle() ? "index" : facts.stem();
    return stated.isEmpty()
        ? facts.bare() + (facts.isBundle() ? "/" : ending(style))
        : filled(
            stated,
            name ->
                switch (name) {
                  case "path" -> facts.isBundle() ? facts.bare() : folder;
                  case "basename" -> basename;
                  case "output_ext" -> ".html";
                  default -> null;
                });
  }

  private static @Nullable String document(
      Matcher file, String stated, String style, String fields, Mapping configured) {
    String label = file.group(1);
    String ofAll = JekyllDefaults.text(configured, "collections." + label + ".permalink");
    String usual = ofAll.isEmpty() ? "/:collection/:path" + ending(style) : ofAll;
    Matcher dated = DATED.matcher(file.group(3));
    boolean isDated = dated.matches() && dated.group(4) != null;
    String slug = field("slug", fields);
    String title = slug.isEmpty() ? isDated ? dated.group(4) : file.group(3) : slug;
    Matcher written = DATED.matcher(field("date", fields));
    Matcher date = written.matches() ? written : dated;
    boolean hasDate = date == written || isDated;
    return filled(
        stated.isEmpty() ? usual : stated,
        name ->
            switch (name) {
              case "collection" -> label;
              case "path" -> file.group(2);
              case "name" -> JekyllSlug.plain(file.group(3));
              case "title" -> JekyllSlug.pretty(title);
              case "slug" -> JekyllSlug.plain(title);
              case "output_ext" -> ".html";
              case "year" -> hasDate ? date.group(1) : null;
              case "month" -> hasDate ? date.group(2) : null;
              case "day" -> hasDate ? date.group(3) : null;
              default -> null;
            });
  }

  private interface Placeholders {
    @Nullable String of(String name);
  }

  /** A pattern with its placeholders filled in; null if one is not known. */
  private static @Nullable String filled(String pattern, Placeholders values) {
    StringBuilder out = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(pattern);
    while (placeholder.find()) {
      String value = values.of(placeholder.group(1));
      if (value == null) {
        return null;
      }
      placeholder.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return placeholder.appendTail(out).toString();
  }

  /** The value of a field, or nothing. */
  private static String field(String name, String fields) {
    Matcher field =
        Pattern.compile("(?m)^" + name + ":[ \\t]*(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|([^#\\n]*))")
            .matcher(fields);
    if (!field.find()) {
      return "";
    }
    String quoted = field.group(1) == null ? field.group(2) : field.group(1);
    return quoted == null ? field.group(3).strip() : quoted;
  }

  private static String ending(String style) {
    return style.isEmpty() || FILE_STYLE.matcher(style).find()
        ? ".html"
        : style.equals("pretty") || style.endsWith("/") ? "/" : "";
  }
}

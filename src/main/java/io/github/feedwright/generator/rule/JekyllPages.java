package io.github.feedwright.generator.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses of Jekyll's pages. */
public final class JekyllPages {
  private static final Pattern PAGE =
      Pattern.compile("(?:[^_./][^/]*/)*[^_./][^/]*\\.(?:md|markdown|html)");
  private static final Pattern OWN_ADDRESS =
      Pattern.compile("(?m)^permalink:[ \\t]*[\"']?(/[^\\s\"':]*)[\"']?[ \\t]*$");
  private static final Pattern HIDDEN = Pattern.compile("(?m)^published:[ \\t]*false\\b");
  private static final Pattern FILE_STYLE = Pattern.compile("^(?:date|ordinal|none)$|:output_ext$");

  private JekyllPages() {}

  /**
   * Its own permalink, or its path with the ending that the permalinks of posts have; null if there
   * is no such page.
   *
   * @param start how the file begins
   * @param style the pattern of the permalinks of posts, or its name; null if none is configured
   */
  public static SitePages.@Nullable Page page(String path, String start, @Nullable String style) {
    if (!PAGE.matcher(path).matches() || !start.startsWith("---\n")) {
      return null;
    }
    String fields = start.split("\n---\\s*(?:\n|$)", 2)[0];
    if (HIDDEN.matcher(fields).find()) {
      return null;
    }
    Matcher own = OWN_ADDRESS.matcher(fields);
    if (own.find()) {
      return new SitePages.Page(path, own.group(1));
    }
    PostFacts facts = new PostFacts(path, null, "", "");
    return new SitePages.Page(path, "/" + facts.bare() + (facts.isBundle() ? "/" : ending(style)));
  }

  private static String ending(@Nullable String style) {
    return style == null || FILE_STYLE.matcher(style).find()
        ? ".html"
        : style.equals("pretty") || style.endsWith("/") ? "/" : "";
  }
}

package io.github.feedwright.generator.path;

import io.github.feedwright.generator.config.ConfigFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a configuration of Docusaurus, which is a program, writes out of its blog. */
public final class DocusaurusBlog {
  /** The key below which a configuration has the options of the blog. */
  public static final String KEY = "blog";

  private static final String BASE = KEY + ".routeBasePath";
  private static final String SLASH = "trailingSlash";

  /** The keys of what addresses depend on. */
  public static final Set<String> STATED = Set.of(BASE, SLASH);

  private static final Pattern OPTIONS =
      Pattern.compile("\\bblog[\"']?\\s*:\\s*(?=\\{)|content-blog[\"']\\s*,\\s*(?=\\{)");
  private static final Pattern EXCLUDED = Pattern.compile("\\bexclude\\s*:\\s*\\[([^\\]]*)\\]");
  private static final Pattern SLASHES = Pattern.compile("^/+|/+$");

  private DocusaurusBlog() {}

  /** A configuration with the options of its blog. */
  public static ConfigFile with(ConfigFile file) {
    return file.with(KEY, ConfigFile.ofData(file.path(), "export default " + options(file)));
  }

  private static String options(ConfigFile file) {
    Matcher options = OPTIONS.matcher(file.text());
    return options.find() ? Blocks.at(file.text(), options.end()) : "{}";
  }

  /** The files that it excludes. */
  public static PathRules rules(ConfigFile file) {
    Matcher excluded = EXCLUDED.matcher(options(file));
    return PathRules.of(
        List.of(
            (excluded.find()
                    ? IgnoredPaths.texts(excluded.group(1)).stream()
                    : Stream.<String>empty())
                .flatMap(glob -> PathRules.ignoring("^" + Globs.ofNames(glob) + "$"))));
  }

  /**
   * The address of a post.
   *
   * @param path its path below the blog
   */
  public static String address(Map<String, String> configured, String path) {
    String base = SLASHES.matcher(configured.getOrDefault(BASE, KEY)).replaceAll("");
    String whole = (base.isEmpty() ? "/" : "/" + base + "/") + path.replaceFirst("^/+", "");
    boolean isFolder = "true".equals(configured.get(SLASH)) && !whole.endsWith("/");
    return isFolder ? whole + "/" : whole;
  }
}

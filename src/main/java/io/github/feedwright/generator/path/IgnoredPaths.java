package io.github.feedwright.generator.path;

import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.rule.EleventyFolders;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Scalar;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that a configuration names and its generator therefore does not read. */
public final class IgnoredPaths {
  /** In a folder that is named, or the file itself. */
  private static final String BELOW = "(?:/.*)?$";

  private static final Pattern QUOTED = Pattern.compile("[\"'`]([^\"'`\n]*)[\"'`]");
  private static final Pattern ADDED =
      Pattern.compile("\\bignores\\s*\\.\\s*add\\(\\s*[\"'`]([^\"'`\n]+)[\"'`]");
  private static final Pattern IGNORED =
      Pattern.compile("(?m)^\\s*ignore[ (]\\s*(?:[\"']([^\"'\n]+)[\"']|/((?:[^/\\\\\n]|\\\\.)+)/)");

  private static final Pattern GLOBAL =
      Pattern.compile(
          "\\baddGlobalData\\(\\s*[\"'](permalink|eleventyExcludeFromCollections|draft)[\"']"
              + "\\s*,\\s*(true|false)\\s*\\)");

  /** The key below which a configuration has Eleventy's lists of ignored files. */
  public static final String LISTS = "ignored";

  private IgnoredPaths() {}

  /** Zola's {@code ignored_content}: of the whole path, or the name alone. */
  public static PathRules ofZola(ConfigFile file) {
    return PathRules.of(
        List.of(
            file.texts("ignored_content").stream()
                .flatMap(glob -> PathRules.ignoring("(?:^|/)" + Globs.ofPaths(glob) + BELOW))));
  }

  /** Hexo's {@code ignore}, of whole paths, and {@code skip_render}, of those below its source. */
  public static PathRules ofHexo(ConfigFile file) {
    Pattern source = Pattern.compile("^(?:source/)?_posts/");
    return PathRules.of(
        List.of(
            file.texts("ignore").stream()
                .map(glob -> source.matcher(glob).replaceFirst(""))
                .flatMap(glob -> PathRules.ignoring("^" + Globs.ofNames(glob) + BELOW)),
            file.texts("skip_render").stream()
                .map(glob -> source.matcher(glob).replaceFirst(""))
                .flatMap(glob -> PathRules.ignoring("^" + Globs.ofNames(glob) + "$"))));
  }

  /**
   * What Eleventy's lists of ignored files name, what its configuration adds to them, and what it
   * says of all files.
   */
  public static PathRules ofEleventy(ConfigFile file) {
    Stream<String> added =
        ADDED
            .matcher(file.text())
            .results()
            .filter(each -> !ScriptConditions.areForWriting(file.text(), each.start()))
            .map(each -> each.group(1));
    String input = EleventyFolders.input(file.text());
    String folder =
        (input == null ? "" : input).replaceFirst("^\\.?/", "").replaceFirst("/*$", "/");
    Pattern above = Pattern.compile("^" + Pattern.quote(folder.equals("/") ? "" : folder));
    return PathRules.of(
        List.of(
            GLOBAL
                .matcher(file.text())
                .results()
                .flatMap(
                    each -> PathRules.giving("", field(each.group(1), each.group(2)), List.of())),
            Stream.concat(file.texts(LISTS + ".lines").stream(), added)
                .map(glob -> glob.strip().replaceFirst("^(?:\\./|/)", "").replaceFirst("/+$", ""))
                .filter(glob -> !glob.isEmpty() && !glob.startsWith("#") && !glob.startsWith("!"))
                .filter(glob -> glob.startsWith("**") || above.matcher(glob).find())
                .map(glob -> above.matcher(glob).replaceFirst(""))
                .flatMap(glob -> PathRules.ignoring("^" + Globs.ofNames(glob) + BELOW))));
  }

  private static Mapping field(String key, String value) {
    return new Mapping(List.of(new Mapping.Field(key, 1, new Scalar(value, true, 1))), 1);
  }

  /** What a configuration of Middleman ignores: names with asterisks, or expressions. */
  public static PathRules ofMiddleman(ConfigFile file) {
    return PathRules.of(
        List.of(
            IGNORED
                .matcher(file.text())
                .results()
                .flatMap(
                    each ->
                        PathRules.ignoring(
                            each.group(1) == null
                                ? each.group(2)
                                : "^" + Globs.ofPaths(each.group(1)) + "(?:\\.\\w+)*$"))));
  }

  /** The texts in a list. */
  static List<String> texts(String list) {
    return QUOTED.matcher(list).results().map(each -> each.group(1)).toList();
  }
}

package io.github.feedwright.generator.path;

import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.ScriptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Pelican's settings say of articles by their paths: they are read, and not run. */
public final class PelicanPaths {
  private static final Pattern LIST = Pattern.compile("(?m)^(\\w+)\\s*=\\s*[\\[(]([^\\])]*)[\\])]");
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^DEFAULT_METADATA\\[[\"'](\\w+)[\"']\\]\\s*=\\s*[\"']([^\"'\n]*)[\"']");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$|(?<=[,{])\\s*#[^\"'\n]*$");
  private static final Pattern CALL =
      Pattern.compile("^\\((?=\\s*\\w+\\s*=)(.*)\\)$", Pattern.DOTALL);
  private static final Pattern ARGUMENT = Pattern.compile("(\\w+)\\s*=(?!=)");
  private static final Pattern METADATA =
      Pattern.compile(
          "(?m)^(PATH|FILENAME)_METADATA\\s*=\\s*[rRuU]?(?:\"([^\"\n]*)\"|'([^'\n]*)')");
  private static final Pattern GROUP = Pattern.compile("\\(\\?P<(\\w+)>");

  /** The others are known by their own rules. */
  private static final Set<String> GROUPS = Set.of("status", "author", "authors", "tags");

  private PelicanPaths() {}

  /** What a {@code pelicanconf.py} says of articles. */
  public static PathRules rules(ConfigFile file) {
    Mapping extra = table(file, "EXTRA_PATH_METADATA");
    return PathRules.of(
        List.of(
            texts(file, "IGNORE_FILES").stream()
                .flatMap(glob -> PathRules.ignoring("(?:^|/)" + Globs.ofNames(glob) + "(?:/|$)")),
            texts(file, "ARTICLE_EXCLUDES").stream()
                .map(folder -> folder.replaceFirst("/+$", ""))
                .flatMap(folder -> PathRules.ignoring("^" + Pattern.quote(folder) + "/")),
            Stream.of(table(file, "DEFAULT_METADATA"), entries(file))
                .flatMap(fields -> PathRules.giving("", fields, List.of())),
            METADATA.matcher(file.text()).results().flatMap(PelicanPaths::named),
            extra.fields().stream()
                .filter(each -> each.value() instanceof Mapping)
                .flatMap(
                    each ->
                        PathRules.giving(
                            "^" + Pattern.quote(each.key().replaceFirst("/+$", "")) + "(?:/|$)",
                            (Mapping) each.value(),
                            List.of()))));
  }

  /** Fields that are groups of an expression for a path, or for a name without its extension. */
  private static Stream<PathRules.Rule> named(MatchResult metadata) {
    String written = metadata.group(2) == null ? metadata.group(3) : metadata.group(2);
    List<String> groups = new ArrayList<>();
    String expression =
        GROUP
            .matcher(written)
            .replaceAll(
                group -> {
                  boolean isField = GROUPS.contains(group.group(1));
                  if (isField) {
                    groups.add(group.group(1));
                  }
                  return isField ? "(?<" + group.group(1) + ">" : "(?:";
                });
    String start = metadata.group(1).equals("PATH") ? "^" : "(?:^|/)(?=[^/]*$)";
    return groups.isEmpty()
        ? Stream.empty()
        : PathRules.giving(start + "(?:" + expression + ")", new Mapping(List.of(), 1), groups);
  }

  /** The texts in a list; none if there is no such list. */
  public static List<String> texts(ConfigFile file, String key) {
    List<String> found = list(file, key);
    return found == null ? List.of() : found;
  }

  /** The texts in a list, or null if there is no such list. */
  public static @Nullable List<String> list(ConfigFile file, String key) {
    Matcher list = LIST.matcher(file.text());
    while (list.find()) {
      if (list.group(1).equals(key)) {
        return IgnoredPaths.texts(list.group(2));
      }
    }
    return null;
  }

  /** A dictionary, with the texts that are written out in it. */
  private static Mapping table(ConfigFile file, String key) {
    Matcher found = Pattern.compile("(?m)^" + key + "\\s*=").matcher(file.text());
    if (!found.find()) {
      return new Mapping(List.of(), 1);
    }
    String block = Blocks.at(file.text(), found.end());
    Matcher call = CALL.matcher(block);
    String object =
        call.matches() ? "{" + ARGUMENT.matcher(call.group(1)).replaceAll("$1:") + "}" : block;
    String uncommented = COMMENT.matcher(object).replaceAll("");
    return ScriptReader.read("export default " + uncommented);
  }

  private static Mapping entries(ConfigFile file) {
    return new Mapping(
        ENTRY
            .matcher(file.text())
            .results()
            .map(each -> new Mapping.Field(each.group(1), 1, new Scalar(each.group(2), false, 1)))
            .toList(),
        1);
  }
}

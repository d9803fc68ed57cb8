package io.github.feedwright.generator.rule;

import io.github.feedwright.yaml.DataPath;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that {@code defaults} of Jekyll's configuration gives the fields of some files. */
public final class JekyllDefaults {
  private static final Pattern POST = Pattern.compile("(?:^|.*/)_(?:posts|drafts)/.*");
  private static final Pattern COLLECTION = Pattern.compile("_([^/]+)/.*");
  private static final Pattern GLOB = Pattern.compile("\\*\\*/|\\*|\\?|[^*?]+");

  private JekyllDefaults() {}

  /**
   * The values for a file that states none, the most exact scope first.
   *
   * @param path its path from the root of the site
   * @param configured all of the configuration
   */
  public static List<Mapping> of(String path, Mapping configured) {
    String folder = text(configured, "collections_dir");
    String file = below(folder, path);
    Deque<Mapping> found = new ArrayDeque<>();
    Scope former = null;
    for (Node each : items(DataPath.at(configured, "defaults"))) {
      if (each instanceof Mapping set && DataPath.at(set, "values") instanceof Mapping values) {
        Scope scope = new Scope(text(set, "scope.path"), text(set, "scope.type"));
        if (scope.holds(file, folder)) {
          if (former == null || scope.isBefore(former)) {
            found.addFirst(values);
            former = scope;
          } else {
            found.addLast(values);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<Node> items(@Nullable Node node) {
    return node instanceof Sequence list ? list.items() : List.of();
  }

  /** The text at a path of what comes first, or nothing. */
  static String text(List<Mapping> all, String path) {
    return all.stream()
        .map(each -> text(each, path))
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The text at a path, or nothing. */
  static String text(Mapping from, String path) {
    return DataPath.at(from, path) instanceof Scalar scalar ? scalar.text() : "";
  }

  /** A path without the folder of all collections. */
  static String below(String folder, String path) {
    return !folder.isEmpty() && path.startsWith(folder + "/")
        ? path.substring(folder.length() + 1)
        : path;
  }

  private static String typeOf(String path) {
    Matcher collection = COLLECTION.matcher(path);
    return POST.matcher(path).matches()
        ? "posts"
        : collection.matches() ? collection.group(1) : "pages";
  }

  private record Scope(String written, String type) {
    private boolean holds(String file, String folder) {
      // Its older versions had names without an s.
      boolean isType =
          type.isEmpty() || typeOf(file).equals(type) || typeOf(file).equals(type + "s");
      String path = below(folder, path());
      return isType && (path.contains("*") ? file.matches(glob(path)) : file.startsWith(path));
    }

    private String path() {
      return written.startsWith("/") ? written.replaceAll("^/|(?<=[^/])$", "") : written;
    }

    private static String glob(String path) {
      return GLOB.matcher(path)
              .replaceAll(
                  each ->
                      Matcher.quoteReplacement(
                          switch (each.group()) {
                            case "**/" -> "(?:.*/)?";
                            case "*" -> "[^/]*";
                            case "?" -> "[^/]";
                            default -> Pattern.quote(each.group());
                          }))
          + "(?:/.*)?";
    }

    private boolean isBefore(Scope former) {
      int longer = path().length() - former.path().length();
      return longer > 0 || (longer == 0 && (!type.isEmpty() || former.type.isEmpty()));
    }
  }
}

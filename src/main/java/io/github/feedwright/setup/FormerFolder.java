package io.github.feedwright.setup;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of posts that a generator's configuration names. */
final class FormerFolder {
  private static final String POSTS = "_posts";

  private FormerFolder() {}

  /**
   * Finds it, and says of each key that names it what it is here.
   *
   * @param site the folder of the site
   * @return the folder, relative to the site's, or null if none is named
   */
  static @Nullable String in(Path site, Generator generator, ConfigFile main, FormerKeys keys) {
    return switch (generator.name()) {
      case "hexo" -> named(site, keys, true, List.of("source_dir"));
      case "hugo" ->
          named(site, keys, false, ofLanguage(main, "contentDir"), List.of("contentDir"));
      case "jekyll" -> named(site, keys, true, List.of("source", "collections_dir"));
      case "pelican" -> named(site, keys, false, List.of("PATH"));
      default -> null;
    };
  }

  private static List<String> ofLanguage(ConfigFile main, String key) {
    String own = main.value("defaultContentLanguage");
    return List.of("languages." + (own == null ? "en" : own) + "." + key);
  }

  /**
   * The folder by the first names of which one is set.
   *
   * @param isAbove whether the folder is that in which the one of posts is
   * @param names the keys of paths, each below the one before
   */
  @SafeVarargs
  private static @Nullable String named(
      Path site, FormerKeys keys, boolean isAbove, List<String>... names) {
    for (List<String> each : names) {
      List<ConfigFile.Value> values = new ArrayList<>();
      each.stream().flatMap(name -> keys.of(name).stream().limit(1)).forEach(values::add);
      if (values.removeIf(value -> !isPlain(value, keys)) || values.isEmpty()) {
        continue;
      }
      String folder =
          values.stream()
              .map(value -> clean(value.text()))
              .reduce("", (above, name) -> below(above, name));
      String posts = isAbove ? posts(site, folder) : folder;
      String shown = posts.isEmpty() ? "." : posts;
      values.forEach(value -> keys.take(value, "posts.directory: " + shown));
      return shown;
    }
    return null;
  }

  private static boolean isPlain(ConfigFile.Value value, FormerKeys keys) {
    if (!value.isPlain()) {
      keys.refuse(value, "it is no plain text; write posts.directory yourself");
    }
    return value.isPlain();
  }

  /** Posts may also be in folders of that name further below. */
  private static String posts(Path site, String folder) {
    String usual = below(folder, POSTS);
    return Stream.of(usual, folder)
        .filter(each -> Files.isDirectory(site.resolve(each)))
        .findFirst()
        .filter(each -> !each.isEmpty())
        .orElse(usual);
  }

  private static String below(String above, String name) {
    return above.isEmpty() || name.isEmpty() || name.startsWith("/")
        ? above + name
        : above + "/" + name;
  }

  /** Without what means nothing in a path. */
  private static String clean(String path) {
    return path.strip().replaceAll("^(?:\\./+)+|/+$", "").replaceAll("^\\.$", "");
  }
}

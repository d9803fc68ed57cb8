package io.github.feedwright.generator;

import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.rule.MarkdownAdditions;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.SitePages;
import io.github.feedwright.yaml.Mapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The generator that posts were written for.
 *
 * @param generator the generator; none as long as nobody has looked for it
 * @param isAuto whether it is found out rather than configured
 * @param why how it was found out, for people; null as long as nobody has looked
 * @param content where the generator's content is
 * @param markdown what it adds to Markdown
 * @param pages the pages of the site that are no posts
 * @param values the plain values of its configuration, by the paths of their keys
 * @param data all values of its configuration, also its lists and tables
 * @param rules what its configuration says of files by their paths
 * @param ignored what of its configuration is not understood, or null
 */
public record GeneratorChoice(
    Generator generator,
    boolean isAuto,
    @Nullable String why,
    Content content,
    MarkdownAdditions markdown,
    SitePages pages,
    Map<String, String> values,
    Mapping data,
    PathRules rules,
    @Nullable Ignored ignored) {
  private static final Mapping NO_DATA = new Mapping(List.of(), 1);

  public GeneratorChoice {
    values = Map.copyOf(values);
  }

  /** To be found out. */
  public static final GeneratorChoice AUTO = withoutFile(NoGenerator.INSTANCE, true, null);

  /** The generator that the configuration names. */
  public static GeneratorChoice of(Generator generator) {
    return withoutFile(generator, false, null);
  }

  /** A generator whose configuration is not there. */
  public static GeneratorChoice withoutFile(
      Generator generator, boolean isAuto, @Nullable String why) {
    return new GeneratorChoice(
        generator,
        isAuto,
        why,
        Content.HERE,
        generator.markdown(null),
        generator.pages(null),
        Map.of(),
        NO_DATA,
        PathRules.NONE,
        null);
  }

  /**
   * Patterns of permalinks that are not understood.
   *
   * @param file the configuration that states them
   */
  public record Ignored(String file, PermalinkPatterns permalinks) {}

  /**
   * Where the content of a generator is. At least one of the two is empty.
   *
   * @param inside the folder below the posts directory that holds it, with a slash at its end
   * @param around the path of the posts directory below it, with a slash at its end
   * @param translated the folders below the posts directory that hold its translations, likewise
   */
  public record Content(String inside, String around, List<String> translated) {
    /** The posts directory. */
    public static final Content HERE = new Content("", "");

    public Content {
      translated = List.copyOf(translated);
    }

    /** Content without translations in other folders. */
    public Content(String inside, String around) {
      this(inside, around, List.of());
    }

    /** The path of a file below a folder of the content, or null if it is in none. */
    public @Nullable String path(String path) {
      if (path.startsWith(inside)) {
        return around + path.substring(inside.length());
      }
      return translated.stream()
          .filter(path::startsWith)
          .findFirst()
          .map(folder -> path.substring(folder.length()))
          .orElse(null);
    }
  }
}

package io.github.feedwright.post.frontmatter;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.yaml.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post's fields, and the text after them.
 *
 * @param fields as written, with their lines
 * @param body the text after the front matter
 * @param bodyLine the line where the body begins, from 1
 */
public record FrontMatter(Mapping fields, String body, int bodyLine) {
  private static final List<Dialect> UNFENCED = List.of(new UnopenedYaml(), new MetadataBlock());

  /**
   * Splits a file, whatever its dialect.
   *
   * @param generator the generator that it was written for
   * @return the front matter, or null if the file has none
   */
  public static @Nullable FrontMatter read(
      String text, long limit, boolean fenceNeeded, Generator generator) throws UnreadablePost {
    FrontMatter fenced = first(fenced(generator), text, limit);
    return fenced != null || fenceNeeded ? fenced : first(UNFENCED, text, limit);
  }

  private static List<Dialect> fenced(Generator generator) {
    return List.of(
        new YamlFrontMatter(generator.repeatsKeys(), generator.indentsByTabs()),
        new TomlFrontMatter(),
        new JsonFrontMatter(),
        new NikolaHeader(generator.ignoresStrayLines()));
  }

  private static @Nullable FrontMatter first(List<Dialect> dialects, String text, long limit)
      throws UnreadablePost {
    for (Dialect dialect : dialects) {
      FrontMatter found = dialect.read(text, limit);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Refuses a block over the limit, before a parser sees it. */
  static void refuseTooLong(String block, int line, long limit) throws UnreadablePost {
    // A char is at most three bytes, so most blocks need not be counted.
    if (block.length() * 3L > limit) {
      long bytes = block.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > limit) {
        throw new UnreadablePost(
            Kind.LIMIT,
            line,
            "the front matter has "
                + bytes
                + " bytes, over limits.front-matter ("
                + limit
                + "); shorten it, or check its closing fence");
      }
    }
  }

  static UnreadablePost malformed(int line, String message) {
    return new UnreadablePost(Kind.FRONT_MATTER, line, message);
  }
}

package io.github.feedwright.post.frontmatter;

import io.github.feedwright.yaml.MalformedYaml;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Null;
import io.github.feedwright.yaml.YamlReader;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** YAML between {@code ---} and {@code ---} or {@code ...}. */
final class YamlFrontMatter implements Dialect {
  private static final Fence FENCE = new Fence("---", List.of("---", "..."));

  private static final Pattern INDENTING_TABS = Pattern.compile("(?m)^\\t+");

  private final boolean repeats;
  private final boolean tabs;

  /**
   * A reader of this dialect.
   *
   * @param repeats whether a key may be given twice
   * @param tabs whether tabs may indent a line
   */
  YamlFrontMatter(boolean repeats, boolean tabs) {
    this.repeats = repeats;
    this.tabs = tabs;
  }

  @Override
  public @Nullable FrontMatter read(String text, long limit) throws UnreadablePost {
    Fence.Split split = FENCE.split(text, limit);
    return split == null
        ? null
        : new FrontMatter(
            fields(tabs ? withoutTabs(split.block()) : split.block(), split.line(), repeats),
            split.body(),
            split.bodyLine());
  }

  private static String withoutTabs(String block) {
    return INDENTING_TABS.matcher(block).replaceAll(tabs -> "  ".repeat(tabs.group().length()));
  }

  /** The fields of a block that begins on the given line of the file. */
  static Mapping fields(String block, int line) throws UnreadablePost {
    return fields(block, line, false);
  }

  private static Mapping fields(String block, int line, boolean repeats) throws UnreadablePost {
    try {
      Node root =
          repeats ? YamlReader.readRepeating(block, line) : YamlReader.readLeniently(block, line);
      if (root instanceof Mapping mapping) {
        return mapping;
      }
      if (root instanceof Null) {
        return new Mapping(List.of(), line);
      }
      throw FrontMatter.malformed(
          root.line(), "the front matter is not a list of fields; write each as key: value");
    } catch (MalformedYaml malformed) {
      throw FrontMatter.malformed(malformed.line(), malformed.getMessage());
    }
  }
}

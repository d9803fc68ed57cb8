package io.github.feedwright.generator.program;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.NoGenerator;
import java.util.List;
import java.util.Optional;

/** The generators that are known. A new one needs a line here. */
public final class Generators {
  /** Those that come first are preferred if two of them could be meant. */
  public static final List<Generator> ALL =
      List.of(
          new Docusaurus(),
          new Astro(),
          new Eleventy(),
          MdxSite.GATSBY,
          MdxSite.NEXT,
          new Hexo(),
          new Zola(),
          new Hugo(),
          new Pelican(),
          new Nikola(),
          new Middleman(),
          new WordPress(),
          new Jekyll(),
          NoGenerator.INSTANCE);

  private Generators() {}

  /** The one of this name. */
  public static Optional<Generator> named(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}

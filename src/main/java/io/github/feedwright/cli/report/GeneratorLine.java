package io.github.feedwright.cli.report;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.NoGenerator;
import io.github.feedwright.generator.UnknownGenerator;
import io.github.feedwright.settings.Settings;

/** Says by which generator's rules posts are read, and why. */
public final class GeneratorLine {
  private GeneratorLine() {}

  public static String of(Settings settings) {
    Generator generator = settings.posts().generator();
    String why = settings.posts().written().why();
    String reason = why == null ? "as configured" : why;
    if (generator.equals(NoGenerator.INSTANCE)) {
      return "Posts are read by Feedwright's own rules, as configured";
    }
    return generator.equals(UnknownGenerator.INSTANCE)
        ? ("Posts are read by Feedwright's own rules, %s; if they were written for one, name it in"
                + " posts.generator")
            .formatted(reason)
        : "Posts are read as %s reads them, %s; posts.generator can name another one, or none"
            .formatted(generator.title(), reason);
  }
}

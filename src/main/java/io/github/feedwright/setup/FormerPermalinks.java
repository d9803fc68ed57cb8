package io.github.feedwright.setup;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.settings.PermalinkPattern;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The permalinks of a generator's configuration. */
final class FormerPermalinks {
  private static final List<String> ALL =
      List.of("permalink", "article_url", "uglyurls", "permalinks", "pretty_urls");

  private FormerPermalinks() {}

  /** The patterns that are understood; of all others it is said that they are not. */
  static PermalinkPatterns of(Generator generator, ConfigFile main, FormerKeys keys) {
    PermalinkPatterns stated = generator.permalinks(main);
    stated.rules().forEach(rule -> say(rule, keys));
    keys.all()
        .filter(value -> !keys.isSettled(value) && isOfPermalinks(value.key()))
        .forEach(value -> keys.refuse(value, "write posts.permalink yourself if posts need it"));
    return PermalinkPattern.understood(stated);
  }

  private static void say(PermalinkPatterns.Rule stated, FormerKeys keys) {
    PermalinkPatterns understood =
        PermalinkPattern.understood(new PermalinkPatterns(List.of(stated)));
    boolean isEverywhere = stated.section().equals("*");
    candidates(stated.section())
        .flatMap(key -> keys.of(key).stream())
        .filter(value -> !keys.isSettled(value))
        .findFirst()
        .ifPresent(
            value ->
                understood
                    .rules()
                    .forEach(
                        rule ->
                            keys.take(
                                value,
                                "posts.permalink"
                                    + (isEverywhere ? "" : " of " + rule.section())
                                    + ": "
                                    + rule.pattern())));
  }

  private static Stream<String> candidates(String section) {
    String name = section.equals(".") ? "/" : section;
    return Stream.concat(
        Stream.of(
            "permalinks." + name,
            "permalinks.page." + name,
            "uglyurls." + name,
            "collections.posts.permalink"),
        ALL.stream());
  }

  private static boolean isOfPermalinks(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return ALL.contains(lower)
        || lower.endsWith(".permalink")
        || lower.startsWith("permalinks.")
        || lower.startsWith("uglyurls.");
  }
}

package io.github.feedwright.generator.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of permalinks, by sections of posts.
 *
 * @param rules in the order in which they are tried
 * @param translated that of translations; null if they have those of others
 */
public record PermalinkPatterns(List<Rule> rules, @Nullable Translated translated) {
  /** The pattern where neither the configuration nor a generator has one. */
  public static final String USUAL = "/:year/:month/:day/:slug/";

  /** None are configured. */
  public static final PermalinkPatterns NONE = new PermalinkPatterns(List.of());

  private static final String ALL = "*";

  public PermalinkPatterns {
    rules = List.copyOf(rules);
  }

  /** Patterns by sections alone. */
  public PermalinkPatterns(List<Rule> rules) {
    this(rules, null);
  }

  /**
   * The pattern of posts in other languages than the main one.
   *
   * @param main the main language
   */
  public record Translated(String main, String pattern) {}

  /** These, with a pattern of translations. */
  public PermalinkPatterns with(@Nullable Translated other) {
    return new PermalinkPatterns(rules, other);
  }

  /** The pattern of a post in a language, if it is a translation; else null. */
  public @Nullable String ofTranslation(@Nullable String language) {
    return translated == null || language == null || language.equalsIgnoreCase(translated.main())
        ? null
        : translated.pattern();
  }

  /**
   * The pattern of some posts.
   *
   * @param section the folder that they are in, {@code .} for the outermost, or a path with
   *     asterisks
   * @param pattern such as {@code /:year/:slug/}
   */
  public record Rule(String section, String pattern) {
    /** Whether it is for one file, in whatever markup. */
    public boolean isOfFile() {
      return section.endsWith(EleventyData.ofFile(""));
    }

    private boolean holds(String path) {
      if (section.indexOf('*') < 0) {
        return path.startsWith(section + "/") || (section.equals(".") && path.indexOf('/') < 0);
      }
      String glob =
          Pattern.compile("\\*+")
              .splitAsStream(section + " ")
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      return (path + " ").matches(glob);
    }

    private String shown() {
      return section.equals(ALL) ? pattern : section + ": " + pattern;
    }
  }

  /** One pattern for all posts; none if it is null. */
  public static PermalinkPatterns everywhere(@Nullable String pattern) {
    return pattern == null ? NONE : new PermalinkPatterns(List.of(new Rule(ALL, pattern)));
  }

  /** A pattern for each section. */
  public static PermalinkPatterns of(Map<String, String> bySection) {
    return new PermalinkPatterns(
        bySection.entrySet().stream()
            .map(each -> new Rule(each.getKey(), each.getValue()))
            .toList());
  }

  /** The pattern of the post at a path, or null if there is none. */
  public @Nullable String of(String path) {
    for (Rule each : rules) {
      if (each.holds(path)) {
        return each.pattern();
      }
    }
    return null;
  }

  /** These, and others for the posts that they do not mean. */
  public PermalinkPatterns or(PermalinkPatterns others) {
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(others.rules);
    return new PermalinkPatterns(all, rules.isEmpty() ? others.translated : translated);
  }

  /** The patterns with their sections, as people write them. */
  @Override
  public String toString() {
    return rules.stream().map(Rule::shown).collect(Collectors.joining(", "));
  }
}

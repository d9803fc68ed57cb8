package io.github.feedwright.edition.path;

import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Combination;
import io.github.feedwright.settings.scope.Combinations;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.web.Health;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The server's own paths: those of feeds and their pages, those that clients guess, redirects.
 * Terms without posts count too: a post must not move when another post gets a new term.
 */
final class ReservedPaths {
  private final Pattern ours;
  private final Set<String> moved;

  ReservedPaths(Settings settings) {
    this.ours = Pattern.compile(String.join("|", patterns(settings)));
    this.moved =
        Stream.concat(settings.redirects().keySet().stream(), settings.gone().stream())
            .map(Permalinks::path)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> patterns(Settings settings) {
    List<FeedFormat> formats = FeedFormats.of(settings.feeds().formats());
    List<Taxonomy> by =
        Arrays.stream(Taxonomy.values()).filter(each -> each.hasFeeds(settings.feeds())).toList();
    List<String> patterns =
        new ArrayList<>(List.of("/feeds\\.opml", "/sitemap\\.xml", "/404\\.html"));
    String documents = either(formats.stream().map(FeedFormat::fileName));
    patterns.add("/" + either(by.stream().map(Taxonomy::plural)) + "/");
    String terms =
        by.stream()
            .map(each -> Pattern.quote(each.plural()) + "/" + names(settings, each) + "/")
            .collect(Collectors.joining("|"));
    String scope = "(?:" + terms + ")?";
    patterns.add("/" + scope + "(?:archive/(?:\\d{4}(?:-\\d{2})?/)?|page/[1-9]\\d*/)");
    if (settings.ownHub() != null) {
      patterns.add("/hub");
    }
    patterns.add("/" + scope + "(?:(?:archive/\\d{4}-\\d{2}/)?" + documents + ")?");
    for (FeedFormat format : formats) {
      patterns.add("/" + either(SitePaths.guesses(format.name()).stream()));
    }
    if (formats.stream().anyMatch(format -> format.name().equals("rss"))) {
      patterns.add(
          "/"
              + either(by.stream().filter(Taxonomy::isWritten).map(Taxonomy::label))
              + "/[^/]+/feed/");
    }
    return patterns;
  }

  /** The names of terms, which only posts and addresses make up freely. */
  private static String names(Settings settings, Taxonomy taxonomy) {
    Combinations combinations = settings.feeds().combinations();
    return switch (taxonomy) {
      case CATEGORY, TAG, AUTHOR -> "[^/]+";
      case LANGUAGE -> either(settings.languages().all().stream().map(Languages.Language::slug));
      case COMBINATION -> {
        String named = either(combinations.named().stream().map(Combination::name));
        yield combinations.combine() == 0 ? named : "(?:" + named + "|[^/]*:[^/]*)";
      }
    };
  }

  private static String either(Stream<String> texts) {
    // Without alternatives: a pattern that never matches.
    return texts.map(Pattern::quote).collect(Collectors.joining("|", "(?:(?!)|", ")"));
  }

  /**
   * Whether a path is one of the server's own.
   *
   * @param path the path below that of {@code feeds.url}, beginning with a slash
   * @param whole the same path from the server's root
   */
  boolean holds(String path, String whole) {
    return ours.matcher(path).matches() || moved.contains(whole) || whole.equals(Health.PATH);
  }
}

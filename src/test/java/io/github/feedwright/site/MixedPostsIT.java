package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.publish.once.SiteCheck;
import io.github.feedwright.store.CacheStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of posts of mixed dialects: feeds and {@code check} agree with what their generator
 * recorded. {@code -Dfeedwright.mixed-posts=10000} takes more of them, {@code
 * -Dfeedwright.mixed-seed=7} others.
 */
final class MixedPostsIT {
  private static final int COUNT = Integer.getInteger("feedwright.mixed-posts", 2000);
  private static final long SEED = Long.getLong("feedwright.mixed-seed", 1);
  private static final int WINDOW = 1000;
  private static final String MORE =
      """
      posts: {authors: authors.yml}
      feeds: {items: 1000, formats: [atom], archives: none}
      """;

  @TempDir private Path posts;

  private static String path(String slug) {
    return URLEncoder.encode(slug, StandardCharsets.UTF_8);
  }

  private static Map<String, List<MixedPosts.Meaning>> scopes(List<MixedPosts.Meaning> meanings) {
    Map<String, List<MixedPosts.Meaning>> scopes = new TreeMap<>();
    for (MixedPosts.Meaning each : meanings) {
      Stream.of(
              Stream.of("/"),
              each.authors().stream().map(name -> "/authors/" + path(name.slug()) + "/"),
              each.categories().stream().map(name -> "/categories/" + path(name.slug()) + "/"),
              each.tags().stream().map(name -> "/tags/" + path(name.slug()) + "/"))
          .flatMap(scope -> scope)
          .forEach(scope -> scopes.computeIfAbsent(scope, key -> new ArrayList<>()).add(each));
    }
    return scopes;
  }

  private static List<String> expected(List<MixedPosts.Meaning> meanings) {
    return meanings.stream()
        .sorted(
            Comparator.comparing((MixedPosts.Meaning each) -> each.date().toInstant())
                .reversed()
                .thenComparing(MixedPosts.Meaning::path))
        .limit(WINDOW)
        .map(
            each ->
                String.join(
                    " | ",
                    each.id(),
                    each.title(),
                    each.date().toString(),
                    each.authors().isEmpty()
                        ? "Ada Example"
                        : String.join(
                            ", ", each.authors().stream().map(MixedPosts.Named::shown).toList()),
                    String.join(
                        ", ",
                        Stream.concat(each.categories().stream(), each.tags().stream())
                            .map(MixedPosts.Named::shown)
                            .toList())))
        .toList();
  }

  private static String read(Element entry) {
    return String.join(
        " | ",
        entry.select("> id").text(),
        title(entry.selectFirst("> title")),
        OffsetDateTime.parse(entry.select("> published").text()).toString(),
        String.join(", ", entry.select("> author > name").eachText()),
        String.join(", ", entry.select("> category").eachAttr("label")));
  }

  private static String title(Element title) {
    return title.attr("type").equals("html") ? Jsoup.parse(title.text()).text() : title.text();
  }

  @Test
  void feedsAgreeWithTheRecord() throws Exception {
    MixedPosts mixed = new MixedPosts(SEED);
    mixed.write(posts, COUNT);
    Map<String, List<MixedPosts.Meaning>> scopes = scopes(mixed.meanings());
    try (RunningSite site = RunningSite.on(posts, MORE, new SettableClock(MixedPosts.NOW))) {
      for (Map.Entry<String, List<MixedPosts.Meaning>> scope : scopes.entrySet()) {
        String feed = site.body(scope.getKey() + "atom.xml");
        assertThat(
                Jsoup.parse(feed, Parser.xmlParser()).select("feed > entry").stream()
                    .map(MixedPostsIT::read)
                    .toList())
            .as("seed %s, %s", SEED, scope.getKey())
            .isEqualTo(expected(scope.getValue()));
      }
      assertThat(site.publisher().health().feeds()).isEqualTo(scopes.size());
    }
  }

  @Test
  void checkAgreesWithTheRecord() throws Exception {
    MixedPosts mixed = new MixedPosts(SEED);
    mixed.write(posts, COUNT);
    SettableClock clock = new SettableClock(MixedPosts.NOW);
    assertThat(
            SiteCheck.of(
                    RunningSite.settings(posts, MORE),
                    clock,
                    CacheStore.none(),
                    PublishedPosts.NONE,
                    (done, all) -> {})
                .problems()
                .stream()
                .map(
                    problem ->
                        problem.toString().replaceFirst("(: (?:error|warning)): (?s:.*)", "$1"))
                .sorted()
                .toList())
        .as("seed %s", SEED)
        .isEqualTo(List.copyOf(mixed.problems()));
  }
}

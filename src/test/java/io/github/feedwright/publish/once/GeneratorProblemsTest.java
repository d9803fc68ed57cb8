package io.github.feedwright.publish.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.source.search.GeneratorSearch;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GeneratorProblemsTest {
  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
  private static final String POST = "---\ntitle: A\ndate: 2020-01-01\n---\n\nText\n";

  @TempDir private Path site;

  private void write(String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> problems(String posts) {
    String configuration = "site: {title: A, url: https://ex.org/}\nposts: " + posts;
    Settings settings =
        ((SettingsResult.Valid)
                SettingsReader.read(configuration, "config.yaml", site, FeedFormats.names()))
            .settings();
    Settings found = GeneratorSearch.resolved(settings.withPosts(site.resolve("content")));
    return SitePosts.read(found, NOW, CacheStore.none(), PublishedPosts.NONE).problems().stream()
        .map(Problem::toString)
        .map(line -> line.replace(site.toString(), "."))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"auto", "none", "hugo"})
  void mdxFilesAreReportedOnceWhereNobodyReadsThem(String generator) throws IOException {
    write("content/a.md", POST);
    write("content/b.mdx", POST);
    write("content/c.mdx", POST);

    assertThat(problems("{generator: " + generator + "}"))
        .containsExactly(
            "b.mdx:1: warning: *.mdx are not read (2 files); set posts.generator to astro,"
                + " docusaurus, gatsby or next if they are posts");
  }

  @Test
  void mdxFilesThatAreReadAreNotReported() throws IOException {
    write("content/b.mdx", POST);

    assertThat(problems("{generator: astro}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pelicanconf.py | ARTICLE_URL = '{author}/{slug}/' | {author}/{slug}/ | Pelican",
        "_config.yml | permalink: /:collection/:name/ | /:collection/:name/ | Jekyll",
        "hugo.toml | [permalinks]¶posts = '/:author/'¶notes = '/n/:slug/' | posts: /:author/ | Hugo",
      })
  void aPatternThatIsNotUnderstoodIsReported(
      String file, String text, String pattern, String generator) throws IOException {
    write("content/a.md", POST);
    write(file, text.replace('¶', '\n') + "\n");

    assertThat(problems("{generator: auto}"))
        .containsExactly(
            "./%s:1: warning: permalinks \"%s\": this is not understood, so these posts have %s's usual addresses; write posts.permalink"
                .formatted(file, pattern, generator));
  }

  @Test
  void outsideOfJekyllAKeyThatIsGivenTwiceIsReportedAndTheLastCounts() throws IOException {
    write(
        "content/a.md",
        "---\ntitle: A\ncategories: [x]\ndate: 2020-01-01\ncategories: [y]\n---\n\nText\n");

    assertThat(problems("{generator: auto}"))
        .containsExactly(
            "a.md:3: warning: categories: is given again on line 5, and the last one counts; remove one");
    assertThat(problems("{generator: none}")).hasSize(1).first().asString().contains("error");
  }
}

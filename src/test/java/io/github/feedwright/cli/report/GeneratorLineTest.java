package io.github.feedwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.source.search.GeneratorSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve} and {@code check} say of the generator. */
final class GeneratorLineTest {
  @TempDir private Path site;

  private String line(String generator) throws IOException {
    Files.createDirectories(site.resolve("posts"));
    String configuration =
        """
        site: {title: T, url: "https://example.org/", author: {name: Ada}}
        posts: {directory: posts%s}
        """
            .formatted(generator);
    Settings settings =
        ((SettingsResult.Valid)
                SettingsReader.read(configuration, "config.yaml", site, FeedFormats.names()))
            .settings();
    return GeneratorLine.of(GeneratorSearch.resolved(settings.withPosts(site.resolve("posts"))));
  }

  @Test
  void aSiteOfNoGeneratorIsToldWhatToDoIfItHasOne() throws IOException {
    assertThat(line(""))
        .isEqualTo(
            "Posts are read by Feedwright's own rules, because no site generator such as Jekyll or"
                + " Hugo is recognised; if they were written for one, name it in posts.generator");
  }

  @Test
  void whoeverConfiguredNoneIsToldNoMore() throws IOException {
    assertThat(line(", generator: none"))
        .isEqualTo("Posts are read by Feedwright's own rules, as configured");
  }

  @Test
  void aGeneratorIsNamed() throws IOException {
    assertThat(line(", generator: jekyll"))
        .isEqualTo(
            "Posts are read as Jekyll reads them, as configured; posts.generator can name another"
                + " one, or none");
  }
}

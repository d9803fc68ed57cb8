package io.github.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.library.Posts;
import io.github.feedwright.publish.FixedSettings;
import io.github.feedwright.publish.Publisher;
import io.github.feedwright.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReservedPathsTest {
  private static final String CONFIGURATION =
      """
      site: {title: T, url: "https://example.org/blog/", id: "tag:example.org,2013"}
      feeds: {items: 1, archives: all}
      redirects: {/blog/old.xml: /blog/atom.xml}
      gone: [/blog/comments/feed/]
      """;

  @TempDir private Path directory;

  @Test
  void everyPathOfTheTableIsOurs() throws Exception {
    Files.writeString(
        directory.resolve("a.md"),
        "---\ndate: 2013-07-12\nauthor: Ada\ntags: [日本語, C++]\ncategories: [x]\n---\n");
    Files.writeString(directory.resolve("b.md"), "---\ndate: 2014-07-12\ntags: [C++]\n---\n");
    Settings settings = Posts.settings(CONFIGURATION).withPosts(directory);
    SitePaths paths = new SitePaths(settings);
    try (Publisher publisher = FixedSettings.publisher(settings, Clock.systemUTC())) {
      publisher.start();
      publisher.first().get(60, TimeUnit.SECONDS);
      MapSnapshot snapshot = Objects.requireNonNull(publisher.snapshot());
      assertThat(snapshot.table().keySet())
          .hasSizeGreaterThan(50)
          .allMatch(path -> paths.isOurs(path.substring("/blog".length())));
      assertThat(snapshot.posts().keySet())
          .hasSize(2)
          .noneMatch(path -> paths.isOurs(path.substring("/blog".length())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/old.xml",
        "/comments/feed/",
        "/feed/",
        "/tags/none/rss.xml",
        "/tags/",
        "/page/9/",
        "/tags/x/archive/2013/"
      })
  void whatThisServerAnswersIsOurs(String path) {
    assertThat(new SitePaths(Posts.settings(CONFIGURATION)).isOurs(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feed",
        "/healthz",
        "/archive/14/",
        "/page/0/",
        "/tags/a/b/",
        "/2013/feed/",
        "/x.xml"
      })
  void whatItDoesNotIsFree(String path) {
    assertThat(new SitePaths(Posts.settings(CONFIGURATION)).isOurs(path)).isFalse();
  }

  @Test
  void healthIsAtTheRoot() {
    Settings root = Posts.settings("site: {title: T, url: \"https://example.org/\"}");
    assertThat(new SitePaths(root).isOurs("/healthz")).isTrue();
  }
}

package io.github.feedwright.edition.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Posts;
import org.junit.jupiter.api.Test;

final class SitePathsTest {
  private final SitePaths paths =
      new SitePaths(Posts.settings("site: {title: x, url: \"https://example.org/blog/\"}\n"));

  @Test
  void aPostThatLivesElsewhereOnThisSiteIsBelowTheSitesPath() {
    assertThat(paths.redirectTarget("/about/us")).isEqualTo("/blog/about/us");
    assertThat(paths.redirectTarget("https://example.net/caf\u00e9"))
        .isEqualTo("https://example.net/caf%C3%A9");
  }
}

package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.history.Commits;
import io.github.feedwright.web.cache.CacheLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates of commits that stay although they cannot be read again. */
final class KeptDatesTest {
  private static final String YAML = "posts: {updated: git}\n";

  @TempDir private Path posts;
  @TempDir private Path elsewhere;

  @Test
  void anotherConfigurationKeepsThemWhileTheRepositoryIsAway() throws Exception {
    String post = "---\ntitle: A\ndate: 2020-01-01\n---\n" + "text\n".repeat(9);
    try (Commits commits = Commits.in(posts)) {
      commits.write("a.md", post).commit("2020-01-02T00:00:00Z");
      commits.write("a.md", post + "more\n").commit("2021-03-04T05:06:07Z");
    }
    try (SteppedSite site = SteppedSite.on(posts, YAML, CacheLimits.USUAL)) {
      assertThat(site.body("/atom.xml")).contains("<updated>2021-03-04T05:06:07");
      Files.move(posts.resolve(".git"), elsewhere.resolve("git"));
      site.reconfigure(YAML + "git: {at-most: 30}\n");
      assertThat(site.body("/atom.xml")).contains("<updated>2021-03-04T05:06:07");
    }
  }
}

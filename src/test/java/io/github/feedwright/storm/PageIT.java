package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.publish.Served;
import io.github.feedwright.site.RunningSite;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one post does to the pages of others. */
final class PageIT {
  private static final Duration SECONDS = Duration.ofSeconds(20);

  @TempDir private Path posts;

  private static String post(String more) {
    return "---\ntitle: T\ndate: 2014-01-01\n" + more + "\n---\n\nText.\n";
  }

  private void requireEqualToAFreshStart(RunningSite site) throws Exception {
    Served.awaitEqualToAFreshStart(
        site.publisher(), RunningSite.settings(posts, ""), Clock.systemUTC(), SECONDS);
  }

  @Test
  void aNewSpellingOfATermShowsOnThePagesOfItsPosts() throws Exception {
    RunningSite.write(posts, "a.md", post("tags: [ovirt]"));
    try (RunningSite site = RunningSite.on(posts)) {
      site.body("/2014/01/01/a/");
      site.save("b.md", post("tags: [oVirt]"));
      site.save("c.md", post("tags: [oVirt]"));
      within(SECONDS, () -> site.publisher().health().posts() == 3);
      requireEqualToAFreshStart(site);
    }
  }

  @Test
  void aPostWhoseAliasIsAnotherPostsPageLeavesItWhenItGoes() throws Exception {
    RunningSite.write(posts, "a.md", post("permalink: /kept/"));
    RunningSite.write(posts, "b.md", post("aliases: [/kept/]"));
    try (RunningSite site = RunningSite.on(posts)) {
      site.delete("b.md");
      within(SECONDS, () -> site.publisher().health().posts() == 1);
      requireEqualToAFreshStart(site);
    }
  }

  @Test
  void aPostWhosePermalinkIsFreedMovesThereWithItsRelativeLinks() throws Exception {
    RunningSite.write(posts, "b.md", post("permalink: /same/"));
    RunningSite.write(
        posts, "a.md", post("permalink: /same/") + "[more](more.html) <a href='#x'>x</a>\n");
    try (RunningSite site = RunningSite.on(posts)) {
      assertThat(site.body("/atom.xml")).containsPattern("/same-[0-9a-f]{8}/more.html");
      site.delete("b.md");
      within(SECONDS, () -> site.publisher().health().posts() == 1);
      requireEqualToAFreshStart(site);
    }
  }

  @Test
  void aFileNextToPostsIsServedAgainWhenThePostAtItsPathGoes() throws Exception {
    RunningSite.write(posts, "a.png", "image");
    RunningSite.write(posts, "b.md", post("permalink: /a.png"));
    try (RunningSite site = RunningSite.on(posts)) {
      site.save("a.png", "another");
      site.delete("b.md");
      within(SECONDS, () -> site.publisher().health().posts() == 0);
      requireEqualToAFreshStart(site);
    }
  }
}

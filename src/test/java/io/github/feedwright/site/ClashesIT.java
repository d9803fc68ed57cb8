package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Posts that want an address that is something else's. */
@Timeout(60)
final class ClashesIT {
  private static final Pattern URL = Pattern.compile("\"url\": \"" + RunningSite.HOME + "([^\"]*)");

  @TempDir private Path posts;

  private static void write(Path posts, String name, String title, String fields) throws Exception {
    RunningSite.write(
        posts, name, "---\ntitle: " + title + "\n" + fields + "\n---\nText of " + title + ".\n");
  }

  /** The page that each item's link leads to, in the order of the feed. */
  private static List<String> linked(RunningSite site) throws Exception {
    List<String> pages = new ArrayList<>();
    Matcher url = URL.matcher(site.body("/feed.json"));
    while (url.find()) {
      pages.add(site.body("/" + url.group(1)));
    }
    return pages;
  }

  @Test
  void everyEntryLinksToThePageOfItsOwnPost() throws Exception {
    write(posts, "a.md", "First", "date: 2020-01-01\npermalink: /x/");
    write(posts, "b.md", "Second", "date: 2020-01-02\npermalink: /x/");
    write(posts, "c.md", "Third", "date: 2020-01-03\npermalink: /atom.xml");
    write(posts, "d.md", "Fourth", "date: 2020-01-04\npermalink: /tags/none/");
    write(posts, "e.md", "Fifth", "date: 2020-01-05\npermalink: /");
    write(posts, "f\\g%2Fh.md", "Sixth", "date: 2020-01-06");
    try (RunningSite site = RunningSite.on(posts)) {
      List<String> pages = linked(site);
      assertThat(pages).hasSize(6);
      List<String> titles = List.of("Sixth", "Fifth", "Fourth", "Third", "Second", "First");
      for (int at = 0; at < titles.size(); at++) {
        assertThat(pages.get(at)).contains("Text of " + titles.get(at) + ".");
      }
      assertThat(site.body("/x/")).contains("Text of First.");
      assertThat(site.body("/atom.xml")).startsWith("<?xml");
    }
  }

  @Test
  void aFileNextToPostsIsServedAsSoonAsItExists() throws Exception {
    write(posts, "a.md", "First", "date: 2020-01-01\npermalink: /b.png");
    write(posts, "c.md", "Second", "date: 2020-01-02\nredirect_from: /d.png");
    try (RunningSite site = RunningSite.on(posts)) {
      assertThat(site.body("/b.png")).contains("Text of First.");
      assertThat(site.get("/d.png").statusCode()).isEqualTo(301);
      RunningSite.write(posts, "b.png", "PNG");
      RunningSite.write(posts, "d.png", "PNG");
      RunningSite.within(Duration.ofSeconds(20), () -> site.body("/b.png").equals("PNG"));
      RunningSite.within(Duration.ofSeconds(20), () -> site.body("/d.png").equals("PNG"));
      assertThat(linked(site).get(1)).contains("Text of First.");
      assertThat(site.publisher().health().problems()).containsEntry(Kind.CLASH, 2);
      site.delete("b.png");
      RunningSite.within(
          Duration.ofSeconds(20), () -> site.body("/b.png").contains("Text of First."));
    }
  }

  @Test
  void whoLostAPermalinkTakesItOverFromWhoLeaves() throws Exception {
    write(posts, "a.md", "First", "date: 2020-01-01\npermalink: /x/");
    write(posts, "b.md", "Second", "date: 2020-01-02\npermalink: /x/");
    try (RunningSite site = RunningSite.on(posts)) {
      site.delete("a.md");
      RunningSite.within(
          Duration.ofSeconds(20), () -> site.body("/x/").contains("Text of Second."));
      assertThat(linked(site)).singleElement().asString().contains("Text of Second.");
    }
  }
}

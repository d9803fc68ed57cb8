package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where posts, their terms and their files are reached, and what their links point at. */
final class AddressesIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path posts;

  private void write(String name, String frontMatter, String body) throws Exception {
    RunningSite.write(posts, name, "---\n" + frontMatter + "\n---\n\n" + body + "\n");
  }

  private static String location(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(301);
    return response.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aTermOfAnyScriptIsReachedInEitherNormalForm() throws Exception {
    // The one post has the letter and its accent in one character, the other in two.
    write("2014-04-04-one.md", "title: One\ntags: [\"Caf\\u00E9\", 日本語]", "First.");
    write("2014-04-05-two.md", "title: Two\ntags: [\"Cafe\\u0301\"]", "Second.");
    try (RunningSite site = RunningSite.on(posts)) {
      String composed = site.body("/tags/caf%C3%A9/rss.xml");
      assertThat(composed).contains("First.", "Second.");
      assertThat(site.body("/tags/cafe%CC%81/rss.xml")).isEqualTo(composed);
      assertThat(site.body("/tags/caf%c3%a9/rss.xml")).isEqualTo(composed);
      assertThat(composed).contains("/tags/caf%C3%A9/rss.xml");
      assertThat(site.body("/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/atom.xml")).contains("First.");
    }
  }

  @Test
  void aCategoryInAPermalinkIsAsJekyllWritesIt() throws Exception {
    write("2014-04-04-one.md", "title: One\ncategories: [Open Source, 'C#']", "First.");
    write("2014-04-05-two.md", "title: Two", "[a]({% post_url 2014-04-04-one %})");
    String path = "/open%20source/c%23/one.html";
    try (RunningSite site =
        RunningSite.on(posts, "posts: {permalink: none}\n", Clock.systemUTC())) {
      assertThat(site.body(path)).contains("First.");
      assertThat(site.body("/open%20source/%63%23/one.html")).contains("First.");
      assertThat(site.body("/")).contains("href=\"" + path + "\"");
      assertThat(site.body("/rss.xml"))
          .contains("<link>https://blog.example.org" + path + "</link>")
          .contains("a href=\"https://blog.example.org" + path + "\"");
    }
  }

  @Test
  void oldPathsAnswer301WithThePostsOwn() throws Exception {
    write(
        "2014-04-04-one.md",
        "title: One\naliases: [/old/one.html, older/, /old/link]\nredirect_from: /caf\u00e9/one",
        "First.");
    try (RunningSite site = RunningSite.on(posts)) {
      for (String old :
          new String[] {
            "/old/one.html", "/older/", "/older", "/old/link", "/old/link/", "/caf%C3%A9/one"
          }) {
        assertThat(location(site.get(old))).as(old).endsWith("/2014/04/04/one/");
      }
      write("2014-04-04-one.md", "title: One\nslug: uno\naliases: /2014/04/04/one/", "First.");
      within(SOON, () -> site.get("/2014/04/04/one/").statusCode() == 301);
      assertThat(location(site.get("/2014/04/04/one/"))).endsWith("/2014/04/04/uno/");
      assertThat(site.get("/old/one.html").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void ofTwoPostsOnOnePermalinkTheOlderKeepsIt() throws Exception {
    write("2014-04-04-one.md", "title: One\npermalink: /same/", "First.");
    write("2014-04-05-two.md", "title: Two\npermalink: /same/", "Second.");
    try (RunningSite site = RunningSite.on(posts)) {
      assertThat(site.body("/same/")).contains("First.").doesNotContain("Second.");
      site.delete("2014-04-04-one.md");
      within(SOON, () -> site.body("/same/").contains("Second."));
    }
  }

  @Test
  void aPostThatLivesElsewhereLeadsThere() throws Exception {
    write("2014-04-04-one.md", "title: One\nredirect_to: https://example.net/new", "First.");
    write("2014-04-05-two.md", "title: Two\nredirect_to: /about/us", "Second.");
    try (RunningSite site = RunningSite.on(posts)) {
      assertThat(location(site.get("/2014/04/04/one/"))).isEqualTo("https://example.net/new");
      assertThat(location(site.get("/2014/04/05/two/"))).endsWith("/about/us");
      assertThat(site.body("/rss.xml"))
          .contains("<link>https://example.net/new</link>")
          .contains("<link>https://blog.example.org/about/us</link>");
    }
  }

  @Test
  void aLinkToAPostFollowsItsPermalink() throws Exception {
    write("2014-04-04-one.md", "title: One", "First.");
    write(
        "2014-04-05-two.md",
        "title: Two",
        "[a]({% post_url 2014-04-04-one %}) [b]({{< ref \"2014-04-04-one.md\" >}})"
            + " [c](2014-04-04-one.md)");
    try (RunningSite site = RunningSite.on(posts)) {
      String before = "https://blog.example.org/2014/04/04/one/";
      assertThat(site.body("/feed.json").split(before, -1)).hasSizeGreaterThanOrEqualTo(5);
      String page = site.validators("/2014/04/05/two/");
      write("2014-04-04-one.md", "title: One\nslug: uno", "First.");
      within(SOON, () -> site.body("/feed.json").contains("/2014/04/04/uno/"));
      for (String path : new String[] {"/feed.json", "/rss.xml", "/2014/04/05/two/"}) {
        assertThat(site.body(path)).as(path).doesNotContain("/04/one/");
      }
      assertThat(site.validators("/2014/04/05/two/")).isNotEqualTo(page);
    }
  }

  @Test
  void filesNextToAPostAreServedWithTheirOwnValidators() throws Exception {
    write(
        "trip/index.md", "title: Trip\ndate: 2014-04-04", "![sea](sea.png) [plan](docs/plan.pdf)");
    Files.writeString(posts.resolve("trip/sea.png"), "sea");
    Files.createDirectory(posts.resolve("trip/docs"));
    Files.writeString(posts.resolve("trip/docs/plan.pdf"), "plan");
    Files.writeString(posts.resolve("trip/secret.txt"), "none of your business");
    try (RunningSite site = RunningSite.on(posts)) {
      assertThat(site.body("/rss.xml"))
          .contains("https://blog.example.org/trip/sea.png")
          .contains("https://blog.example.org/trip/docs/plan.pdf")
          .contains(":trip</guid>");
      HttpResponse<String> image = site.get("/trip/sea.png");
      assertThat(image.body()).isEqualTo("sea");
      assertThat(image.headers().firstValue("Content-Type")).contains("image/png");
      String tag = image.headers().firstValue("ETag").orElseThrow();
      assertThat(image.headers().firstValue("Last-Modified")).isPresent();
      assertThat(site.get("/trip/sea.png", "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(site.get("/trip/secret.txt").statusCode()).isEqualTo(404);
      assertThat(site.get("/trip/index.md").statusCode()).isEqualTo(404);
      site.save("trip/sea.png", "high sea");
      within(SOON, () -> site.body("/trip/sea.png").equals("high sea"));
      assertThat(site.get("/trip/sea.png", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
  }
}

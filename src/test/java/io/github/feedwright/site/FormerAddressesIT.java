package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.http.RawAnswer;
import io.github.feedwright.text.PercentEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscribers of a site's former publisher find its feeds where they are used to. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FormerAddressesIT {
  private static final String CONFIGURATION =
      """
      redirects: {/rdf/: /moved/}
      gone: [/feed/rss/, /tag/cloud/rss2/]
      """;

  @TempDir private static Path posts;
  private RunningSite site;

  @BeforeAll
  void serve() throws Exception {
    String keys = "categories: [News]\ntags: [cloud, Open Source, C#]\nauthor: Ada\n";
    RunningSite.write(posts, "2014-04-04-one.md", "---\ntitle: One\n" + keys + "---\nText.\n");
    RunningSite.write(
        posts, "2014-04-05-two.md", "---\ntitle: Two\npermalink: /atom/\n---\nAbout atoms.\n");
    RunningSite.write(
        posts,
        "2014-04-06-signs.md",
        """
        ---
        title: Signs
        categories: [R&D]
        tags: [R&D, K\u00fcche]
        ---
        Text.
        """);
    site = RunningSite.on(posts, CONFIGURATION, Clock.systemUTC());
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // WordPress.
        "/feed/ | /rss.xml",
        "/feed/rss2/ | /rss.xml",
        "/feed/rss2 | /rss.xml",
        "/feed/rdf/ | /rss.xml",
        "/feed/feed/ | /rss.xml",
        "/feed/atom/ | /atom.xml",
        "/feed/atom | /atom.xml",
        "/feed/json/ | /feed.json",
        "/rss2/ | /rss.xml",
        "/wp-rss2.php | /rss.xml",
        "/wp-rss.php | /rss.xml",
        "/wp-rdf.php | /rss.xml",
        "/wp-feed.php | /rss.xml",
        "/wp-atom.php | /atom.xml",
        "/category/news/feed/ | /categories/news/rss.xml",
        "/category/news/feed/atom/ | /categories/news/atom.xml",
        "/category/news/feed/rss2/ | /categories/news/rss.xml",
        "/category/news/feed/rdf | /categories/news/rss.xml",
        "/category/news/feed/json/ | /categories/news/feed.json",
        "/category/news/atom/ | /categories/news/atom.xml",
        "/category/news/rss/ | /categories/news/rss.xml",
        "/category/all/world/news/feed/ | /categories/news/rss.xml",
        "/category/all/world/news/feed/atom/ | /categories/news/atom.xml",
        "/tag/open-source/feed/ | /tags/open-source/rss.xml",
        "/tag/open-source/feed/atom/ | /tags/open-source/atom.xml",
        "/tag/c-sharp/feed/ | /tags/c-sharp/rss.xml",
        "/author/ada/feed/ | /authors/ada/rss.xml",
        "/author/ada/feed/atom/ | /authors/ada/atom.xml",
        // Blogger.
        "/feeds/posts/default | /atom.xml",
        "/feeds/posts/default/ | /atom.xml",
        "/feeds/posts/default?alt=rss | /atom.xml",
        "/feeds/posts/full | /atom.xml",
        "/feeds/posts/summary | /atom.xml",
        "/feeds/posts/default/-/cloud | /tags/cloud/atom.xml",
        "/feeds/posts/default/-/Open%20Source | /tags/open-source/atom.xml",
        "/feeds/posts/default/-/News | /categories/news/atom.xml",
        // Ghost.
        "/rss/ | /rss.xml",
        "/tag/cloud/rss/ | /tags/cloud/rss.xml",
        "/author/ada/rss/ | /authors/ada/rss.xml",
        // Tumblr.
        "/rss | /rss.xml",
        "/tagged/cloud/rss | /tags/cloud/rss.xml",
        "/tagged/open%20source/rss | /tags/open-source/rss.xml",
        "/tagged/open+source/rss | /tags/open-source/rss.xml",
        // Jekyll and Octopress.
        "/feed.xml | /atom.xml",
        "/feed/news.xml | /categories/news/atom.xml",
        "/feed/by_tag/cloud.xml | /tags/cloud/atom.xml",
        "/feed/by_tag/Open%20Source.xml | /tags/open-source/atom.xml",
        "/blog/categories/news/atom.xml | /categories/news/atom.xml",
        // Hugo.
        "/index.xml | /rss.xml",
        "/tags/cloud/index.xml | /tags/cloud/rss.xml",
        "/categories/news/index.xml | /categories/news/rss.xml",
        "/authors/ada/index.xml | /authors/ada/rss.xml",
        // Terms whose names have signs.
        "/tag/rd/feed/ | /tags/randd/rss.xml",
        "/tag/r-d/rss/ | /tags/randd/rss.xml",
        "/category/news/rd/feed/atom/ | /categories/randd/atom.xml",
        "/tag/kuche/feed/ | /tags/k\u00fcche/rss.xml",
        "/tag/K%C3%BCche/feed/ | /tags/k\u00fcche/rss.xml",
        // Pelican, Nikola, Hexo, Eleventy.
        "/feeds/all.atom.xml | /atom.xml",
        "/feeds/news.atom.xml | /categories/news/atom.xml",
        "/feeds/ada.rss.xml | /authors/ada/rss.xml",
        "/categories/cloud.xml | /tags/cloud/rss.xml",
        "/categories/cat_news.xml | /categories/news/rss.xml",
        "/rss2.xml | /rss.xml",
        "/feed/feed.xml | /atom.xml",
      })
  void aFormerAddressIsAnsweredWithTheFeedItself(String former, String feed) throws IOException {
    RawAnswer answer = site.ask("GET", former);
    RawAnswer own = site.ask("GET", PercentEncoding.path(feed));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.fieldsWithoutDate()).isEqualTo(own.fieldsWithoutDate());
    assertThat(answer.body()).isEqualTo(own.body());
    assertThat(answer.body()).contains("https://blog.example.org" + PercentEncoding.path(feed));
    assertThat(site.ask("GET", former, "If-None-Match: " + own.field("ETag")).status())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/category/none/feed/",
        "/tag/news/feed/atom/",
        "/tagged/cloud",
        "/feeds/posts/default/-/",
        "/feeds/comments/default",
        "/feed/none.xml",
        "/category/a/b/c/d/e/f/news/feed/",
        "/x/feed/atom/",
      })
  void whatWasNoFeedOfThisSiteIsNotFound(String path) throws IOException {
    assertThat(site.ask("GET", path).status()).isEqualTo(404);
  }

  @Test
  void whatIsThereComesFirst() throws IOException {
    assertThat(site.ask("GET", "/atom/").body()).contains("About atoms.");
    assertThat(site.ask("GET", "/atom").field("Location")).isEqualTo("/atom/");
    assertThat(site.ask("GET", "/feed").field("Location")).isEqualTo("/feed/");
    assertThat(site.ask("GET", "/rdf/").field("Location")).isEqualTo("/moved/");
    assertThat(site.ask("GET", "/rdf").field("Location")).isEqualTo("/moved/");
    assertThat(site.ask("GET", "/feed/rss/").status()).isEqualTo(410);
    assertThat(site.ask("GET", "/feed/rss").status()).isEqualTo(410);
    assertThat(site.ask("GET", "/tag/cloud/rss2").status()).isEqualTo(410);
  }

  @Test
  void whereTheFormatIsNotPublishedAnotherTakesItsPlaceBelowTheSitesPath() throws Exception {
    String configuration =
        """
        site: {title: T, url: "https://example.org/notes/", id: "tag:example.org,2013"}
        feeds: {formats: [json]}
        """;
    try (RunningSite other = RunningSite.on(posts, configuration, Clock.systemUTC())) {
      String feed = other.body("/notes/feed.json");
      for (String path : new String[] {"/notes/feed/", "/notes/rss", "/notes/feed/atom/"}) {
        assertThat(other.body(path)).as(path).isEqualTo(feed);
      }
      assertThat(other.get("/feed/").statusCode()).isEqualTo(404);
    }
  }
}

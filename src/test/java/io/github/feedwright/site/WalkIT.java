package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People walk from the first page to every post. */
@Timeout(120)
final class WalkIT {
  private static final int POSTS = 400;

  @TempDir private static Path posts;
  private static RunningSite site;

  @BeforeAll
  static void serve() throws Exception {
    for (int each = 0; each < POSTS; each++) {
      RunningSite.write(posts, name(each) + ".md", text(each));
    }
    site = RunningSite.on(posts, "  language: de-AT\nfeeds: {archives: all}\n", Clock.systemUTC());
  }

  /** One every nine days, so over ten years. */
  private static String name(int each) {
    return LocalDate.of(2012, 1, 1).plusDays(9L * each) + "-post-" + each;
  }

  /** Every other post has terms, and every tenth no title. */
  private static String text(int each) {
    String title = each % 10 == 0 ? "" : "title: Post " + each + "\n";
    String terms =
        each % 2 == 0 ? "" : "tags: [t" + each % 7 + ", all]\ncategories: [c" + each % 3 + "]\n";
    return "---\n" + title + terms + "description: About " + each + "\n---\nText " + each + ".\n";
  }

  private static String path(int each) {
    return "/" + name(each).substring(0, 10).replace('-', '/') + "/post-" + each + "/";
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void linksAloneLeadFromTheFirstPageToEveryPostMonthAndFeedAndNoneIsDead() throws Exception {
    Map<String, Integer> status = crawl();

    assertThat(status).allSatisfy((path, code) -> assertThat(code).as(path).isEqualTo(200));
    for (int each = 0; each < POSTS; each++) {
      assertThat(status).containsKey(path(each));
      String month = name(each).substring(0, 7);
      assertThat(status).containsKey("/archive/" + month + "/atom.xml");
      if (each % 2 == 1) {
        assertThat(status).containsKey("/tags/all/archive/" + month + "/rss.xml");
        assertThat(status).containsKey("/tags/t" + each % 7 + "/feed.json");
        assertThat(status).containsKey("/categories/c" + each % 3 + "/rss.xml");
      }
    }
    assertThat(status)
        .containsKeys("/archive/", "/archive/2012/", "/tags/all/page/10/", "/tags/", "/page/20/")
        .doesNotContainKeys("/page/21/", "/authors/");
  }

  /** The status of everything that links of pages lead to on this server. */
  private static Map<String, Integer> crawl() throws Exception {
    Map<String, Integer> status = new LinkedHashMap<>();
    Deque<String> waiting = new ArrayDeque<>(Set.of("/"));
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      if (status.containsKey(path)) {
        continue;
      }
      HttpResponse<String> answer = site.get(path);
      status.put(path, answer.statusCode());
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        waiting.addAll(links(path, answer.body()));
      }
    }
    return status;
  }

  private static Set<String> links(String path, String html) {
    Document page = Jsoup.parse(html, RunningSite.HOME.replaceAll("/$", path));
    Set<String> links = new TreeSet<>();
    for (Element link : page.select("a[href], link[rel=alternate]")) {
      String target = link.absUrl("href");
      if (target.startsWith(RunningSite.HOME)) {
        links.add(URI.create(target).getRawPath());
        assertFragmentIsThere(page, path, URI.create(target));
      }
    }
    return links;
  }

  private static void assertFragmentIsThere(Document page, String path, URI target) {
    if (target.getRawFragment() != null && target.getRawPath().equals(path)) {
      assertThat(page.getElementById(target.getRawFragment())).as(path + target).isNotNull();
    }
  }

  @Test
  void olderLeadsFromTheNewestPostThroughAllToTheOldest() throws Exception {
    String path = path(POSTS - 1);
    for (int each = POSTS - 2; each >= 0; each--) {
      Document page = Jsoup.parse(site.body(path));
      path = page.select("a.older[rel=prev]").attr("href");
      assertThat(path).isEqualTo(path(each));
    }
    assertThat(Jsoup.parse(site.body(path)).select("a.older")).isEmpty();
  }

  @Test
  void aPageOfTheListHasTwentyAndSaysWhereItIs() throws Exception {
    Document second = Jsoup.parse(site.body("/page/2/"));

    assertThat(second.select(".posts > li")).hasSize(20);
    assertThat(second.select(".posts h3 a").get(0).attr("href")).isEqualTo(path(POSTS - 21));
    assertThat(second.title()).isEqualTo("Seite 2 von 20 · Example Journal");
    assertThat(second.select("a.newer").attr("href")).isEqualTo("/");
    assertThat(second.select("a.older").attr("href")).isEqualTo("/page/3/");
    assertThat(second.select(".posts time").get(0).text()).isEqualTo("4. Mai 2021");
  }

  @ParameterizedTest
  @CsvSource({
    "/page/1/, /",
    "/tags/all/page/1/, /tags/all/",
    "/archive/2014-03/, /archive/2014/#m2014-03",
    "/page/2, /page/2/",
    "/archive, /archive/",
    "/tags, /tags/"
  })
  void whatPeopleGuessLeadsThere(String path, String target) throws Exception {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).contains(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page/0/",
        "/page/21/",
        "/page/02/",
        "/page/99999999/",
        "/archive/2011/",
        "/archive/2014-13/",
        "/tags/none/archive/",
        "/tags/none/page/1/",
        "/authors/"
      })
  void whereThereAreNoPostsThereIsNoPage(String path) throws Exception {
    assertThat(site.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aBrowserGetsAPageWithAWayHomeWhereThereIsNothing() throws Exception {
    HttpResponse<String> page = site.get("/none/", "Accept", "text/html,*/*;q=0.8");
    HttpResponse<String> line = site.get("/none/", "Accept", "*/*");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Cache-Control")).contains("max-age=60");
    assertThat(page.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
    assertThat(Jsoup.parse(page.body()).select("main a.button").attr("href")).isEqualTo("/");
    assertThat(page.body()).contains("Seite nicht gefunden");
    assertThat(line.statusCode()).isEqualTo(404);
    assertThat(line.body()).isEqualTo("Not found.\n");
    assertThat(line.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/tags/", "/archive/", "/archive/2014/", "/page/2/", "/none"})
  void everyPageHasItsPolicyAlsoAsAField(String path) throws Exception {
    HttpResponse<String> page = site.get(path, "Accept", "text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .contains(
            Jsoup.parse(page.body())
                .select("meta[http-equiv=Content-Security-Policy]")
                .attr("content"));
  }

  @Test
  void theSitemapListsEveryPageOfAPostAndOfATerm() throws Exception {
    HttpResponse<String> answer = site.get("/sitemap.xml");
    Document sitemap = Jsoup.parse(answer.body(), Parser.xmlParser());
    Set<String> pages = new TreeSet<>(sitemap.select("url > loc").eachText());

    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/xml; charset=utf-8");
    assertThat(pages)
        .hasSize(POSTS + 1 + 8 + 3)
        .contains(
            RunningSite.HOME,
            RunningSite.HOME + "tags/all/",
            RunningSite.HOME + path(0).substring(1));
    assertThat(sitemap.select("url:has(loc:contains(post-1/)) > lastmod").text())
        .isEqualTo("2012-01-10T00:00:00Z");
  }
}

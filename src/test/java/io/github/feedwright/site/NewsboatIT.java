package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A subscriber in a terminal. */
@Timeout(180)
final class NewsboatIT {
  @TempDir private Path posts;
  @TempDir private Path home;

  @BeforeEach
  void newsboatIsHere() throws Exception {
    Tool.need("newsboat", "newsboat");
    Tool.need("sqlite3", "sqlite3");
    RunningSite.write(
        posts,
        "2014-04-04-one.md",
        "---\ntitle: \"One & <two> “three” 🎈\"\nauthor: Ada\n---\nText *one*.\n");
    RunningSite.write(posts, "2015-05-05-two.md", "---\ntitle: Zwei\n---\nText two.\n");
  }

  private String newsboat(String... arguments) throws Exception {
    Stream<String> own = Stream.of("newsboat", "-u", "urls", "-c", "cache.db", "-C", "config");
    return Tool.run(home, Stream.concat(own, Stream.of(arguments)).toList());
  }

  private List<String> items(String columns) throws Exception {
    String query = "SELECT " + columns + " FROM rss_item WHERE deleted = 0 ORDER BY pubDate";
    return Tool.run(home, List.of("sqlite3", "-separator", " | ", "cache.db", query))
        .lines()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rss.xml", "/atom.xml"})
  void itSubscribesReloadsForNothingAndSeesWhatIsNew(String feed) throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      Files.writeString(home.resolve("urls"), site.uri(feed) + "\n");
      Files.writeString(home.resolve("config"), "show-read-feeds yes\n");

      newsboat("-x", "reload");
      assertThat(newsboat("-x", "print-unread")).startsWith("2 unread articles");
      assertThat(items("title, author, pubDate, url"))
          .containsExactly(
              "One & <two> “three” 🎈 | Ada | 1396569600 |"
                  + " https://blog.example.org/2014/04/04/one/",
              "Zwei | Ada Example | 1430784000 | https://blog.example.org/2015/05/05/two/");

      List<String> before = items("*");
      // It notes the tag at its second visit, and asks with it at its third.
      newsboat("-x", "reload");
      assertThat(Tool.run(home, List.of("sqlite3", "cache.db", "SELECT etag FROM rss_feed")))
          .contains(site.get(feed, "Accept-Encoding", "gzip").headers().firstValue("ETag").get());
      newsboat("-x", "reload");
      assertThat(items("*")).isEqualTo(before);

      site.save("2014-04-04-one.md", "---\ntitle: Edited\nauthor: Ada\n---\nText.\n");
      site.save("2016-06-06-three.md", "---\ntitle: Drei\n---\nText three.\n");
      RunningSite.within(
          Duration.ofSeconds(20),
          () -> site.body(feed).contains("Drei") && site.body(feed).contains("Edited"));
      newsboat("-x", "reload");
      assertThat(items("title")).containsExactly("Edited", "Zwei", "Drei");
    }
  }
}

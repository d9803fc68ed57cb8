package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.feedwright.cli.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever an author renames, tidies, dates differently or moves, nothing is unread again for those
 * who subscribed before: neither in newsboat nor for a program with feedparser.
 */
@Timeout(180)
final class SubscribersIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Debian's, whatever other Python comes first in the path. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final String SITE =
      "site: {title: T, url: \"https://%s/\", id: \"tag:old.example,2013\"}\nids: {write: true}\n";

  @TempDir private Path posts;
  @TempDir private Path home;

  /** The one address that subscribers know, whoever answers there. */
  private HttpServer address;

  private volatile byte[] feed = {};

  @BeforeEach
  void readersAreHere() throws Exception {
    Tool.need("newsboat", "newsboat");
    Tool.need("sqlite3", "sqlite3");
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON))
            && Tool.start(home, home.resolve("out"), List.of(PYTHON, "-c", "import feedparser"))
                    .waitFor()
                == 0,
        "no feedparser here: install Debian's package python3-feedparser");
    address = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address.createContext(
        "/",
        exchange -> {
          byte[] body = feed;
          exchange.getResponseHeaders().add("Content-Type", "application/xml");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    address.start();
    Files.writeString(home.resolve("urls"), url() + "\n");
    Files.writeString(home.resolve("config"), "show-read-feeds yes\n");
  }

  @AfterEach
  void nobodyAnswers() {
    if (address != null) {
      address.stop(0);
    }
  }

  private String url() {
    return "http://127.0.0.1:" + address.getAddress().getPort() + "/feed/";
  }

  private void serve(String document) {
    feed = document.getBytes(StandardCharsets.UTF_8);
  }

  /** How many articles newsboat shows as unread after another look. */
  private String unread() throws Exception {
    newsboat("-x", "reload");
    return newsboat("-x", "print-unread").strip();
  }

  private String newsboat(String... arguments) throws Exception {
    Stream<String> own = Stream.of("newsboat", "-u", "urls", "-c", "cache.db", "-C", "config");
    return Tool.run(home, Stream.concat(own, Stream.of(arguments)).toList());
  }

  private void readEverything() throws Exception {
    Tool.run(home, List.of("sqlite3", "cache.db", "UPDATE rss_item SET unread = 0"));
  }

  /** What a program keeps to know an entry again, in order. */
  private List<String> entries() throws Exception {
    String script =
        "import feedparser, sys; feed = feedparser.parse(sys.argv[1]); assert not feed.bozo, feed;"
            + " print('\\n'.join(sorted(entry.id for entry in feed.entries)))";
    return Tool.run(home, List.of(PYTHON, "-c", script, url())).lines().toList();
  }

  private void write(String name, String fields, int number) throws IOException {
    String text =
        "---\n%s\n---\nThis is the text of the post with the number %d, and of no other post.\n";
    RunningSite.write(posts, name, text.formatted(fields, number));
  }

  private void move(String from, String to) throws IOException {
    Files.createDirectories(posts.resolve(to).getParent());
    Files.move(posts.resolve(from), posts.resolve(to));
  }

  @ParameterizedTest
  @CsvSource({"/rss.xml", "/atom.xml"})
  void renamedReslugedRedatedAndMovedToAnotherDomainNothingIsUnreadAgain(String path)
      throws Exception {
    write("2014-04-01-one.md", "title: One", 1);
    write("2014-04-02-two.md", "title: Two", 2);
    write("2014-04-03-three.md", "title: Three\ndate: 2014-04-03", 3);
    write("2014-04-04-four.md", "title: Four", 4);
    write("five/hello.md", "title: Five\ndate: 2014-04-05", 5);
    List<String> before;
    try (RunningSite site =
        RunningSite.on(posts, SITE.formatted("old.example"), Clock.systemUTC())) {
      within(SOON, () -> site.publisher().health().watching().equals("watching"));
      serve(site.body(path));
      assertThat(unread()).isEqualTo("5 unread articles");
      readEverything();
      before = entries();
      assertThat(before).hasSize(5);

      move("2014-04-01-one.md", "2014-04-01-renamed.md");
      write("2014-04-02-two.md", "title: Another title\nslug: reslugged", 2);
      write("2014-04-03-three.md", "title: Three\ndate: 2014-05-06", 3);
      move("2014-04-04-four.md", "tidy/2014-04-04-quatre.md");
      write("tidy/2014-04-04-quatre.md", "title: Vier\nauthor: Ada", 4);
      write("six/hello.md", "title: Six\ndate: 2014-04-06", 6);
      for (String part : List.of("/renamed/", "/reslugged/", "2014", "Vier", "Six")) {
        within(SOON, () -> site.body(path).contains(part));
      }
      within(SOON, () -> site.body(path).contains(path.equals("/rss.xml") ? "06 May" : "05-06"));
      Path ids = posts.resolve("ids.tsv");
      within(SOON, () -> Files.exists(ids) && Files.readString(ids).contains("quatre"));
      serve(site.body(path));
      assertThat(unread()).isEqualTo("1 unread articles");
      readEverything();
      assertThat(entries()).hasSize(6).containsAll(before);
      before = entries();
    }
    try (RunningSite site =
        RunningSite.on(posts, SITE.formatted("new.example"), Clock.systemUTC())) {
      serve(site.body(path));
      assertThat(site.body(path)).contains("https://new.example/2014/04/01/renamed/");
      assertThat(unread()).isEqualTo("0 unread articles");
      assertThat(entries()).isEqualTo(before);
    }
  }

  private static final String WORDPRESS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old</title>
      <link>http://old.example/</link><description>Old</description>
      <item><title>A b</title><link>http://old.example/2013/07/a-b/</link>
        <pubDate>Fri, 12 Jul 2013 13:35:41 +0000</pubDate>
        <guid isPermaLink="false">http://old.example/?p=17</guid>
        <description>A.</description><wp:post_id>17</wp:post_id>
        <wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
      <item><title>Grüße</title><link>http://old.example/2013/07/gr%C3%BC%C3%9Fe/</link>
        <pubDate>Sat, 13 Jul 2013 13:35:41 +0000</pubDate>
        <guid isPermaLink="false">http://old.example/?p=18</guid>
        <description>B.</description><wp:post_id>18</wp:post_id>
        <wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
      </channel></rss>
      """;

  private static final String JEKYLL =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title><id>http://old.example/feed.xml</id>
      <updated>2013-07-13T13:35:41+00:00</updated><author><name>Ada</name></author>
      <entry><title type="html">Grüße</title><id>http://old.example/2013/07/13/gr%C3%BC%C3%9Fe</id>
        <link href="http://old.example/2013/07/13/gr%C3%BC%C3%9Fe.html" rel="alternate"/>
        <published>2013-07-13T13:35:41+00:00</published>
        <updated>2013-07-13T13:35:41+00:00</updated><content type="html">B.</content></entry>
      <entry><title type="html">A b</title><id>http://old.example/2013/07/12/a-b</id>
        <link href="http://old.example/2013/07/12/a-b.html" rel="alternate"/>
        <published>2013-07-12T13:35:41+00:00</published>
        <updated>2013-07-12T13:35:41+00:00</updated><content type="html">A.</content></entry>
      </feed>
      """;

  @ParameterizedTest
  @CsvSource({"WordPress, /rss.xml", "Jekyll, /atom.xml"})
  void afterAMoveWithAnAdoptedFeedNothingIsUnreadAgain(String from, String path) throws Exception {
    String former = from.equals("Jekyll") ? JEKYLL : WORDPRESS;
    serve(former);
    assertThat(unread()).isEqualTo("2 unread articles");
    readEverything();
    List<String> before = entries();

    write("2013-07-12-a-b.md", "title: A b", 1);
    write("2013-07-13-grüße.md", "title: Grüße", 2);
    String configuration = SITE.formatted("new.example");
    Path file = Files.writeString(home.resolve("former.xml"), former);
    Path config = Files.writeString(home.resolve("config.yaml"), configuration);
    int status =
        Main.commandLine("adopt")
            .execute(
                "adopt",
                "--config",
                config.toString(),
                "--posts",
                posts.toString(),
                file.toString());
    assertThat(status).isZero();
    try (RunningSite site = RunningSite.on(posts, configuration, Clock.systemUTC())) {
      serve(site.body(path));
      assertThat(unread()).isEqualTo("0 unread articles");
      assertThat(entries()).isEqualTo(before);
      assertThat(site.body(path)).contains("This is the text of the post with the number 2");
    }
  }
}

package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.http.RawAnswer;
import io.github.feedwright.http.RawClient;
import io.github.feedwright.output.SiteFiles;
import io.github.feedwright.publish.PublishedMemory;
import io.github.feedwright.publish.Served;
import io.github.feedwright.publish.once.StaticBuild;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.text.PercentEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What other servers answer with the files of a build, compared with what this one answers. */
@Timeout(180)
final class StaticHostsIT {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  private static final String MORE =
      """
      redirects:
        /old: /2014/04/04/one/
        /old/price$: /tags/c%2B%2B/
        /Feed.xml: /rss.xml
        /Tags/Music/: /tags/c%2B%2B/
        /Cat.png: /cat.png
        /blog/feed.xml: /atom.xml
        "/?feed=rss2": /rss.xml
        /away.html: https://other.example.org/x?a=1
      gone: [/dead/, /dead.html, /About/, /Notes.csv]
      """;

  private static final String NGINX =
      """
      daemon off;
      master_process off;
      pid nginx.pid;
      error_log stderr;
      events {}
      http {
        access_log off;
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        server {
          listen 127.0.0.1:%d;
          root %s;
          include %s/.feedwright/nginx.conf;
        }
      }
      """;

  private static final String CADDY =
      """
      {
        admin off
        auto_https off
      }
      http://127.0.0.1:%d {
        root * %s
        import %s/.feedwright/Caddyfile
      }
      """;

  /** Where other software has feeds, and where people leave out a slash or have one too many. */
  private static final List<String> GUESSED =
      List.of(
          "/feed",
          "/rss",
          "/atom/",
          "/feed/atom/",
          "/index.xml",
          "/category/music/feed",
          "/categories/music/index.xml",
          "/tag/c%2B%2B/feed/",
          "/tag/%E6%97%A5%E6%9C%AC/feed/",
          "/feeds/music.atom.xml",
          "/old/",
          "/dead",
          "/former/",
          "/2014/04/04/one",
          "/nothing",
          "/nothing/");

  @TempDir private Path posts;
  @TempDir private Path home;
  private final NavigableSet<String> asked = new TreeSet<>();
  private Path out;
  private RunningSite site;

  @BeforeEach
  void serveAndBuild() throws Exception {
    post(
        "2014-04-04-one.md",
        "title: One\ncategories: [Music]\ntags: [C++, 日本]\naliases: [/former, /2014/04/04/One/]");
    post("2014-05-04-two.md", "title: Two\npermalink: /two\naliases: [/2012/two.html]");
    post("2014-06-04-three.md", "title: Three\npermalink: /three.html");
    post("2014-07-04-four.md", "title: Four\npermalink: /rss/");
    post("2014-08-04-five.md", "title: Five\npermalink: /feed/atom/");
    post("2014-08-05-about.md", "title: About\npermalink: /about/\naliases: [/THREE.html]");
    RunningSite.write(posts, "cat.png", "not really a picture");
    RunningSite.write(posts, "notes.csv", "a,b");
    site = RunningSite.on(posts, MORE, Clock.systemUTC());
    out = home.resolve("public");
    build();
  }

  private void post(String name, String fields) throws IOException {
    RunningSite.write(
        posts, name, "---\n" + fields + "\n---\n![A cat](/cat.png) [Notes](notes.csv)\n");
  }

  private void build() throws IOException {
    Settings settings = site.publisher().settings();
    try (PublishedMemory memory = PublishedMemory.in(home.resolve("cache"), posts, null);
        StaticBuild build =
            StaticBuild.of(settings, Clock.systemUTC(), CacheStore.none(), memory.read());
        SiteFiles files = SiteFiles.in(out, settings, false, true)) {
      assertThat(files.write(build.snapshot(), settings, (done, all) -> {}).leftOut()).isEmpty();
      build.keepIn(memory);
    }
  }

  private MapSnapshot snapshot() {
    return Objects.requireNonNull(site.publisher().snapshot());
  }

  @AfterEach
  void stop() {
    site.close();
  }

  /** Every path of the snapshot, and those of {@link #GUESSED}; percent-encoded. */
  private NavigableSet<String> paths() {
    NavigableSet<String> paths = new TreeSet<>(GUESSED);
    MapSnapshot now = snapshot();
    now.table().keySet().forEach(path -> paths.add(encoded(path)));
    now.posts().keySet().forEach(path -> paths.add(encoded(path)));
    now.files().keySet().forEach(path -> paths.add(encoded(path)));
    now.moved().keySet().forEach(paths::add);
    return paths;
  }

  private static String encoded(String path) {
    return PercentEncoding.path(path);
  }

  private static RawAnswer get(int port, String path) throws IOException {
    return RawClient.ask(port, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + port);
  }

  @Test
  void nginxAnswersAsThisServerDoes() throws Exception {
    Tool.need("nginx", "nginx-light");
    int port = Tool.freePort();
    String prefix = home.toAbsolutePath() + "/";
    Files.writeString(home.resolve("nginx.conf"), NGINX.formatted(port, out, out));
    compare(List.of("nginx", "-p", prefix, "-c", prefix + "nginx.conf", "-e", "stderr"), port);
  }

  @Test
  void caddyAnswersAsThisServerDoes() throws Exception {
    Tool.need("caddy", "caddy");
    int port = Tool.freePort();
    Path file = home.resolve("Caddyfile");
    Files.writeString(file, CADDY.formatted(port, out, out));
    compare(List.of("caddy", "run", "--config", file.toString(), "--adapter", "caddyfile"), port);
  }

  private interface Change {
    void make() throws IOException;
  }

  /** What is published no more is asked for, too. */
  @Test
  void afterEachKindOfChangeNginxAnswersAsThisServerDoes() throws Exception {
    Tool.need("nginx", "nginx-light");
    asked.addAll(paths());
    List<Change> changes =
        List.of(
            () -> post("2014-04-04-one.md", "title: One\ncategories: [Music]\ntags: [C++, 日本]"),
            () -> post("2014-09-04-six.md", "title: Six\ntags: [C++]\naliases: [/2014/six/]"),
            () -> post("2014-09-04-six.md", "title: Six\naliases: [/2014/six/]"),
            () -> post("2014-09-04-six.md", "title: Six\naliases: [/2014/six/]\ndraft: true"),
            () -> move("2014-06-04-three.md", "2014-06-04-drei.md"),
            () -> move("2014-05-04-two.md", "notes/2014-05-05-zwei.md"),
            () -> post("2014-08-04-five.md", "title: Five\nexpiryDate: 2015-01-01"),
            () -> post("2014-07-04-four.md", "title: Four\npermalink: /2014/four.html"),
            () -> Files.delete(posts.resolve("cat.png")));
    for (Change each : changes) {
      MapSnapshot before = snapshot();
      each.make();
      within(TIME_LIMIT, () -> !snapshot().equals(before) && Served.isIdle(site.publisher()));
      build();
      nginxAnswersAsThisServerDoes();
    }
  }

  private void move(String from, String to) throws IOException {
    Files.createDirectories(posts.resolve(to).getParent());
    Files.move(posts.resolve(from), posts.resolve(to));
  }

  private void compare(List<String> command, int port) throws Exception {
    Process server = Tool.start(home, home.resolve("server.log"), command);
    try {
      within(TIME_LIMIT, () -> !server.isAlive() || answers(port));
      assertThat(server.isAlive()).as(Files.readString(home.resolve("server.log"))).isTrue();
      SoftAssertions softly = new SoftAssertions();
      asked.addAll(paths());
      for (String path : asked) {
        softly.assertThat(said(get(port, path))).as(path).isEqualTo(said(site.ask("GET", path)));
      }
      softly.assertAll();
    } finally {
      server.destroy();
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean answers(int port) {
    try {
      return get(port, "/rss.xml").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What matters to clients; an error's text is the server's own. */
  private static String said(RawAnswer answer) {
    if (answer.status() >= 400) {
      return "" + answer.status();
    }
    if (answer.status() >= 300) {
      // Caddy answers 308 where a slash is missing, as permanent a redirect.
      return "to " + answer.field("Location");
    }
    return answer.status()
        + " "
        + answer.field("Content-Type")
        + " "
        + answer.field("Cache-Control")
        + " "
        + answer.field("Access-Control-Allow-Origin")
        + "\n"
        + answer.body();
  }

  @Test
  void aPlainFileServerHasEveryPageAndFeedAtItsPath() throws Exception {
    for (String path : paths()) {
      RawAnswer served = site.ask("GET", path);
      Path file = file(path);
      boolean isFeedOfAFolder =
          path.endsWith("/")
              && !String.valueOf(served.field("Content-Type")).startsWith("text/html");
      if (served.status() == 200 && !isFeedOfAFolder && snapshotHas(path)) {
        assertThat(file).as(path).exists().hasBinaryContent(served.bytes());
      }
      if (served.status() == 410) {
        assertThat(file).as(path).doesNotExist();
      }
    }
  }

  private boolean snapshotHas(String path) {
    String decoded = PercentEncoding.decode(path);
    return snapshot().table().containsKey(decoded)
        || snapshot().posts().containsKey(decoded)
        || snapshot().files().containsKey(decoded);
  }

  /** As every static server does: the file, or the index of the folder. */
  private Path file(String path) {
    Path file = out.resolve(PercentEncoding.decode(path).substring(1));
    return Files.isDirectory(file) || path.endsWith("/") ? file.resolve("index.html") : file;
  }
}

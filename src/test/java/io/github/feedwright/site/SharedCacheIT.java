package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.http.RawAnswer;
import io.github.feedwright.http.RawClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** nginx and Varnish between the server and its readers, with no more said than what they need. */
@Timeout(120)
final class SharedCacheIT {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
  private static final String BRIEFLY_FRESH =
      "http: {max-age: 1s, stale-while-revalidate: 1h, stale-if-error: 1h}\n";

  private static final String NGINX =
      """
      daemon off;
      master_process off;
      pid nginx.pid;
      error_log stderr;
      events {}
      http {
        log_format upstream '$upstream_cache_status $upstream_status';
        access_log access.log upstream;
        log_subrequest on;
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        proxy_cache_path cache keys_zone=feeds:1m;
        server {
          listen 127.0.0.1:%d;
          location / {
            proxy_pass http://127.0.0.1:%d;
            proxy_cache feeds;
            proxy_cache_revalidate on;
            proxy_cache_background_update on;
            add_header X-Cache $upstream_cache_status;
          }
        }
      }
      """;

  private static final String VARNISH =
      """
      vcl 4.1;
      backend default { .host = "127.0.0.1"; .port = "%d"; }
      sub vcl_backend_response {
        if (beresp.was_304) { set beresp.http.X-Origin = "304"; }
      }
      sub vcl_deliver {
        if (obj.hits > 0) { set resp.http.X-Cache = "HIT"; } else { set resp.http.X-Cache = "MISS"; }
      }
      """;

  @TempDir private Path posts;
  @TempDir private Path home;

  private RunningSite origin() throws Exception {
    RunningSite.write(
        posts, "2014-04-04-one.md", "---\ntitle: One\n---\n" + "Text. ".repeat(200) + "\n");
    return RunningSite.on(posts, BRIEFLY_FRESH, Clock.systemUTC());
  }

  private static RawAnswer get(int port, String... fields) throws IOException {
    List<String> lines = new ArrayList<>(List.of("GET /rss.xml HTTP/1.1", "Host: x"));
    lines.addAll(List.of(fields));
    return RawClient.ask(port, lines.toArray(String[]::new));
  }

  private static boolean listens(int port) {
    try {
      return RawClient.ask(port, "GET /healthz HTTP/1.1", "Host: x").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void withCache(List<String> command, int port, Exercise exercise) throws Exception {
    Process cache = Tool.start(home, home.resolve("cache.log"), command);
    try {
      within(TIME_LIMIT, () -> !cache.isAlive() || listens(port));
      assertThat(cache.isAlive()).as(Files.readString(home.resolve("cache.log"))).isTrue();
      exercise.run();
    } finally {
      cache.destroy();
      assertThat(cache.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void nginxKeepsServesAndRevalidates() throws Exception {
    Tool.need("nginx", "nginx-light");
    try (RunningSite site = origin()) {
      int port = Tool.freePort();
      Files.writeString(home.resolve("nginx.conf"), NGINX.formatted(port, site.port()));
      String prefix = home.toAbsolutePath() + "/";
      withCache(
          List.of("nginx", "-p", prefix, "-c", prefix + "nginx.conf", "-e", "stderr"),
          port,
          () -> {
            assertThat(get(port, "Accept-Encoding: br").field("X-Cache")).isEqualTo("MISS");
            assertThat(get(port, "Accept-Encoding: br").field("X-Cache")).isEqualTo("HIT");
            thatReadersGetTheOriginsAnswer(site, port);
            within(TIME_LIMIT, () -> "STALE".equals(get(port).field("X-Cache")));
            // The reader had the old answer at once; behind its back the origin was asked.
            within(
                TIME_LIMIT, () -> log().contains("REVALIDATED 304") || log().contains("STALE 304"));
            thatAnEditArrives(site, port);
          });
    }
  }

  private String log() throws IOException {
    return Files.readString(home.resolve("access.log"));
  }

  @Test
  void varnishKeepsServesAndRevalidates() throws Exception {
    Tool.need("varnishd", "varnish");
    try (RunningSite site = origin()) {
      int port = Tool.freePort();
      Files.writeString(home.resolve("feeds.vcl"), VARNISH.formatted(site.port()));
      withCache(
          List.of(
              "varnishd",
              "-F",
              "-j",
              "none",
              "-n",
              home.resolve("varnish").toString(),
              "-a",
              "127.0.0.1:" + port,
              "-f",
              home.resolve("feeds.vcl").toString(),
              "-s",
              "malloc,16m"),
          port,
          () -> {
            assertThat(get(port, "Accept-Encoding: br").field("X-Cache")).isEqualTo("MISS");
            within(TIME_LIMIT, () -> "HIT".equals(get(port).field("X-Cache")));
            thatReadersGetTheOriginsAnswer(site, port);
            within(TIME_LIMIT, () -> !"0".equals(get(port).field("Age")));
            within(TIME_LIMIT, () -> "304".equals(get(port).field("X-Origin")));
            thatAnEditArrives(site, port);
          });
    }
  }

  private static void thatReadersGetTheOriginsAnswer(RunningSite site, int port)
      throws IOException {
    // What Varnish unpacks for others has a weak tag, as it must.
    RawAnswer origin = site.ask("GET", "/rss.xml", "Accept-Encoding: gzip");
    RawAnswer cached = get(port, "Accept-Encoding: gzip");
    assertThat(cached.octets()).isEqualTo(origin.octets());
    for (String field : List.of("ETag", "Last-Modified", "Content-Type", "Link", "Vary")) {
      assertThat(cached.field(field)).as(field).isEqualTo(origin.field(field));
    }
    String held = "If-None-Match: " + origin.field("ETag");
    assertThat(get(port, "Accept-Encoding: gzip", held).status()).isEqualTo(304);
    assertThat(get(port).body()).isEqualTo(site.ask("GET", "/rss.xml").body());
  }

  private static void thatAnEditArrives(RunningSite site, int port) throws IOException {
    site.save("2014-04-04-one.md", "---\ntitle: Edited\n---\n" + "Text. ".repeat(200) + "\n");
    within(TIME_LIMIT, () -> get(port).body().contains("<title>Edited</title>"));
  }

  /** What is done while a cache runs. */
  private interface Exercise {
    void run() throws Exception;
  }
}

package io.github.feedwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.feedwright.history.Commits;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.newsclub.net.unix.AFUNIXDatagramSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** The jar that people run, which carries its libraries' resources as well as their classes. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
final class JarIT {
  private static final Path JAR = Path.of("target", "feedwright.jar");
  private static final Path ARCHIVE = Path.of("target", "feedwright.jsa").toAbsolutePath();
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir private Path posts;
  @TempDir private Path caches;

  private Process start(String... more) throws Exception {
    return builder(OtherJdk.CURRENT, List.of(), more).start();
  }

  private ProcessBuilder builder(Path jdk, List<String> java, String... more) throws Exception {
    Files.writeString(
        posts.resolve("2014-04-04-one.md"),
        """
        ---
        title: One
        image: https://example.org/one.png
        ---
        Text.
        """);
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(jdk.resolve("bin").resolve("java").toString());
    builder.command().addAll(java);
    builder.command().add("-XX:TieredStopAtLevel=1"); // These servers live for seconds.
    if (jdk.equals(OtherJdk.CURRENT) && Files.exists(ARCHIVE)) {
      builder.command().add("-XX:SharedArchiveFile=" + ARCHIVE);
    }
    builder.command().add("-jar");
    builder.command().add(JAR.toAbsolutePath().toString());
    builder.command().addAll(List.of(more));
    builder.command().addAll(List.of("--posts", posts.toString()));
    builder.environment().put("XDG_CACHE_HOME", caches.toString());
    return builder.directory(posts.toFile());
  }

  @Test
  void theJarServesSaysSoAndStopsInTime() throws Exception {
    servesAndStops(OtherJdk.CURRENT);
  }

  /** A newer one warns of what a later one will refuse, such as native access. */
  @Test
  void anotherJdkServesItTooWithoutAWarning() throws Exception {
    Optional<Path> other = OtherJdk.home();
    assumeTrue(other.isPresent(), OtherJdk::absence);
    servesAndStops(other.get());
  }

  private void servesAndStops(Path jdk) throws Exception {
    Path log = caches.resolve("log");
    Process server =
        builder(jdk, List.of(), "serve", "--port", "0").redirectError(log.toFile()).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String first = out.readLine();
      assertThat(first).matches("Feedwright is serving http://127\\.0\\.0\\.1:\\d+/");
      assertThat(out.readLine()).isEqualTo("1 post, 3 feeds, no problems");
      URI feed = URI.create(first.substring(first.indexOf("http")) + "rss.xml");
      HttpResponse<byte[]> packed = ask(feed, "br");
      assertThat(packed.headers().firstValue("Content-Encoding")).contains("br");
      String body = new String(ask(feed, "identity").body(), StandardCharsets.UTF_8);
      assertThat(body)
          .contains("<title>One</title>", "<media:thumbnail", "<atom:link", "<sy:updatePeriod>")
          .contains("href=\"http://localhost:" + feed.getPort() + "/rss.xml\"");
      server.destroy();
      assertThat(server.waitFor(6, TimeUnit.SECONDS)).isTrue();
      assertThat(server.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(log).content().doesNotContainIgnoringCase("warn").doesNotContain("ERROR");
    } finally {
      server.destroyForcibly();
    }
  }

  private static HttpResponse<byte[]> ask(URI feed, String coding) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(feed).header("Accept-Encoding", coding).build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void aTemporaryDirectoryThatIsOfNoUseIsReportedInOneLineForEachLibrary() throws Exception {
    Path absent = posts.resolve("absent");
    ProcessBuilder builder =
        builder(OtherJdk.CURRENT, List.of("-Djava.io.tmpdir=" + absent), "serve", "--port", "0");
    builder.environment().put("NOTIFY_SOCKET", posts.resolve("notify").toString());
    builder.environment().put("WATCHDOG_USEC", "20000");
    Process server = builder.redirectErrorStream(true).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      String line = out.readLine();
      while (line != null) {
        lines.add(line);
        if (line.contains("1 post, 3 feeds")) {
          server.toHandle().destroy(); // The process itself would close its output.
        }
        line = out.readLine();
      }
      assertThat(lines.stream().filter(each -> each.matches("\\S+T\\S+ (WARN|ERROR) .*")))
          .extracting(each -> each.replaceFirst("^\\S+ ", ""))
          .containsExactly(
              "WARN  There is no Brotli encoder for this machine: gzip is offered, br is not.",
              "ERROR systemd cannot be notified that the service is ready or alive, and may stop"
                  + " it: the library for this cannot be unpacked and loaded below "
                  + absent
                  + "; set PrivateTmp=yes, or -Djava.io.tmpdir to a directory that is writable and"
                  + " not mounted noexec.",
              "WARN  "
                  + caches.resolve("feedwright/renderings.db")
                  + " cannot be used, so every start reads and renders all posts (Error opening connection);"
                  + " it and -Djava.io.tmpdir must be writable");
      assertThat(lines).noneMatch(each -> each.startsWith("\tat "));
    } finally {
      server.destroyForcibly();
    }
  }

  /** Each of them, or a part of it that only some sites need, could be missing in the jar. */
  @Test
  void theLibrariesForCommitsTomlPagesHealthMetricsLogsAndSystemdWorkInTheJar() throws Exception {
    ProcessBuilder builder = builder(OtherJdk.CURRENT, List.of(), "serve", "--port", "0");
    Path log = caches.resolve("log");
    builder.redirectError(log.toFile());
    Files.writeString(
        posts.resolve("config.yaml"),
        "posts: {updated: git}\nmetrics: {port: 0}\nlog: {format: json}\n");
    String two =
        """
        +++
        title = "Two"
        +++
        ~~Old~~ text[^note].

        - [x] Done

        | Head |
        |------|
        | Cell |

        [^note]: A note.
        """;
    try (Commits commits = Commits.in(posts)) {
      commits.write("2014-04-05-two.md", two).commit("2018-04-05T06:07:08Z");
      commits.write("2014-04-05-two.md", two + " More.\n").commit("2019-05-06T07:08:09Z");
    }
    Path socket = caches.resolve("notify");
    builder.environment().put("NOTIFY_SOCKET", socket.toString());
    try (AFUNIXDatagramSocket systemd = AFUNIXDatagramSocket.newInstance()) {
      systemd.bind(AFUNIXSocketAddress.of(socket.toFile()));
      Process server = builder.start();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
        String first = out.readLine();
        URI site = URI.create(first.substring(first.indexOf("http")));
        DatagramPacket packet = new DatagramPacket(new byte[64], 64);
        systemd.receive(packet);
        assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
            .isEqualTo("READY=1");
        assertThat(text(site.resolve("atom.xml")))
            .contains("<updated>2019-05-06T07:08:09")
            .contains("&lt;del&gt;Old", "&lt;td&gt;Cell", "A note.");
        assertThat(text(site.resolve("/"))).contains("<!doctype html>", "Two");
        assertThat(text(site.resolve("healthz"))).contains("\"state\":\"serving\"");
        String logged = Files.readString(log);
        assertThat(logged.lines()).isNotEmpty().allMatch(line -> line.matches("\\{.*}"));
        Matcher metrics =
            Pattern.compile("http://[0-9.:]+/metrics").matcher(logged.replace("\\/", "/"));
        assertThat(metrics.find()).isTrue();
        assertThat(text(URI.create(metrics.group()))).contains("\nfeedwright_serving 1.0\n");
      } finally {
        server.destroyForcibly();
      }
    }
  }

  private static String text(URI address) throws Exception {
    return new String(ask(address, "identity").body(), StandardCharsets.UTF_8);
  }

  @Test
  void checkOfTheJarPrintsNothingWithoutProblemsAndRemembersThat() throws Exception {
    Process check = start("check");
    String out = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).isZero();
    assertThat(out).isEmpty();
    assertThat(caches.resolve("feedwright")).isNotEmptyDirectory();
  }

  @Test
  void aBuildThatWatchesSaysWhatItWritesAndTheNextOneKnowsWhatWasRenamed() throws Exception {
    Files.writeString(
        posts.resolve("config.yaml"),
        "site: {title: T, url: \"https://blog.example.org/\", id: \"tag:blog.example.org,2013\"}\n"
            + "push: {hub: own, state: "
            + caches.resolve("push")
            + "}\n");
    Path out = caches.resolve("out");
    Process watch = start("build", "--watch", "--out", out.toString());
    try (BufferedReader lines = watch.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).matches("Wrote \\d+ files to .*: 1 post, 3 feeds, no problems");
      assertThat(out.resolve("rss.xml")).content().contains("One").doesNotContain("hub");
      Files.writeString(posts.resolve("2014-05-05-two.md"), "---\ntitle: Two\n---\nText.\n");
      assertThat(lines.readLine()).matches("Wrote \\d+ files to .*: 2 posts, 3 feeds, no problems");
      Files.move(out, caches.resolve("removed"));
      assertThat(lines.readLine()).matches("Wrote \\d+ files to .*: 2 posts, 3 feeds, no problems");
      watch.destroy();
      assertThat(watch.waitFor(6, TimeUnit.SECONDS)).isTrue();
    } finally {
      watch.destroyForcibly();
    }
    Files.move(posts.resolve("2014-05-05-two.md"), posts.resolve("2014-05-05-zwei.md"));
    Process build = start("build", "--out", out.toString());
    assertThat(new String(build.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith(
            "2014-05-05-zwei.md:1: error: the post was published with the id"
                + " \"tag:blog.example.org,2013:2014-05-05-two\", which its file name no longer");
    assertThat(build.waitFor()).isZero();
    assertThat(out.resolve("rss.xml"))
        .content()
        .contains(">tag:blog.example.org,2013:2014-05-05-two<");
  }
}

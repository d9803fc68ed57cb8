package io.github.feedwright.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process ends at any moment, told or untold, and the next one serves the whole. */
@Timeout(3600)
final class KillIT {
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir private Path posts;

  /** A server in a process of its own. */
  private record Server(Process process, URI address) implements AutoCloseable {
    static Server on(Path posts) throws Exception {
      ProcessBuilder builder = new ProcessBuilder();
      builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      builder.command().add("-Xmx512m");
      builder.command().add("-cp");
      builder.command().add(System.getProperty("java.class.path"));
      builder.command().add("io.github.feedwright.cli.Main");
      builder.command().add("serve");
      builder.command().add("--port");
      builder.command().add("0");
      builder.command().add("--posts");
      builder.command().add(posts.toString());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD).directory(posts.toFile());
      Process process = builder.start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String said = out.readLine();
      assertThat(said).startsWith("Feedwright is serving http://");
      return new Server(process, URI.create(said.substring(said.indexOf("http"))));
    }

    CompletableFuture<HttpResponse<String>> asks(String path) {
      return HttpClient.newHttpClient()
          .sendAsync(
              HttpRequest.newBuilder(address.resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  @Test
  void everyStartAfterAKillServesTheWhole() throws Exception {
    int count = Sizes.of(200, 1000);
    StormPosts.write(posts, 0, count, "v0");
    for (int times = 1; times <= Sizes.of(3, 100); times++) {
      try (Server server = Server.on(posts)) {
        HttpResponse<String> feed = server.asks("atom.xml").join();
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(StormPosts.fault(feed.body())).isEmpty();
        assertThat(feed.body()).contains("BEGIN " + (count - 1) + "/v" + (times - 1) + " ");
        // Killed while it takes these in.
        StormPosts.write(posts, 0, count, "v" + times);
      }
    }
  }

  @Test
  void aServerThatIsToldToEndAnswersWhatIsAskedAndEnds() throws Exception {
    StormPosts.write(posts, 0, Sizes.of(200, 1000), "v0");
    try (Server server = Server.on(posts)) {
      server.asks("rss.xml").join();
      CompletableFuture<HttpResponse<String>> archive = server.asks("archive/2014-01/atom.xml");
      assertThat(archive.join().statusCode()).isEqualTo(200);
      CompletableFuture<HttpResponse<String>> last = server.asks("atom.xml");
      server.process().destroy();
      assertThat(server.process().waitFor(6, TimeUnit.SECONDS)).isTrue();
      assertThat(server.process().exitValue()).isEqualTo(ENDED_BY_SIGTERM);
      // It was either answered whole, or came too late and was refused: never half.
      String fault =
          last.handle((answer, refused) -> refused == null ? StormPosts.fault(answer.body()) : "")
              .join();
      assertThat(fault).isEmpty();
    }
  }
}

package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static io.github.feedwright.site.RunningSite.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody else reaches the feeds of a site that is being tried, so it has no hub yet. */
@Timeout(600)
final class PushOfLocalFeedsIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String SITE =
      """
      site: {title: Example, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
      posts: {directory: posts}
      push: {hub: own}
      """;

  @TempDir private Path home;

  private static int hub(ServerProcess server) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/hub"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("hub.mode=none"))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString()).statusCode();
  }

  private static HttpResponse<String> feed(ServerProcess server) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/atom.xml")).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  @Test
  void thereIsNoHubAndTheLogSaysWhyUntilTheFeedsHaveAPublicAddress() throws Exception {
    Path log = home.resolve("log");
    write(
        Files.createDirectories(home.resolve("posts")),
        "2014-04-04-one.md",
        "---\ntitle: One\n---\nText\n");
    write(home, "config.yaml", SITE + "feeds: {url: \"http://localhost:8080/\"}\n");
    try (ServerProcess server =
        ServerProcess.in(home, List.of("sh", "-c", "exec \"$0\" \"$@\" 2>>'" + log + "'"))) {
      within(Sizes.TIME_LIMIT, () -> feed(server).statusCode() == 200);

      assertThat(feed(server).body()).doesNotContain("hub");
      assertThat(feed(server).headers().allValues("Link")).noneMatch(each -> each.contains("hub"));
      assertThat(hub(server)).isEqualTo(405);
      assertThat(home.resolve(".feedwright")).doesNotExist();
      assertThat(Files.readString(log))
          .contains("Push is off: other machines cannot reach http://localhost:")
          .contains("; set feeds.url, or list its address in push.allow.");

      write(home, "config.yaml", SITE + "feeds: {url: \"https://feeds.example.org/\"}\n");
      within(Sizes.TIME_LIMIT, () -> feed(server).body().contains("https://feeds.example.org/hub"));
      within(Sizes.TIME_LIMIT, () -> hub(server) == 400);
    }
  }
}

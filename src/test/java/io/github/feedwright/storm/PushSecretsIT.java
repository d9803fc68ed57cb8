package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static io.github.feedwright.site.RunningSite.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.push.Reply;
import io.github.feedwright.push.Subscriber;
import io.github.feedwright.push.state.Database;
import io.github.feedwright.push.state.Subscriptions;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.settings.push.PushSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What subscribers keep secret is in no log, however much it says, and no other user reads it. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
final class PushSecretsIT {
  private static final String CALLBACK = "/cb?key=in-the-callback";
  private static final List<String> SECRETS =
      List.of("the-first-secret", "the-second-secret", "in-the-callback", "in-the-token");

  private static final String SITE =
      """
      site: {title: Example, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
      posts: {directory: posts}
      feeds: {url: "https://feeds.example.org/"}
      log: {level: debug}
      """;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path home;
  private Path log;

  @BeforeEach
  void configure() throws Exception {
    log = home.resolve("log");
    Files.createDirectories(home.resolve("posts"));
    write(home, "config.yaml", SITE + "push: {hub: own, allow: [127.0.0.0/8], interval: 0ms}\n");
    save("first");
  }

  private void save(String text) throws Exception {
    write(home.resolve("posts"), "2014-04-04-one.md", "---\ntitle: One\n---\n" + text + "\n");
  }

  private ServerProcess server() throws IOException {
    return ServerProcess.in(home, List.of("sh", "-c", "exec \"$0\" \"$@\" 2>>'" + log + "'"));
  }

  private static void subscribe(ServerProcess server, String callback, String secret)
      throws Exception {
    ask(server, "subscribe", callback, secret);
  }

  private static void ask(ServerProcess server, String mode, String callback, String secret)
      throws Exception {
    String form =
        "hub.mode=%s&hub.secret=%s&hub.verify_token=in-the-token&hub.callback=%s&hub.topic=%s"
            .formatted(
                mode,
                secret,
                URLEncoder.encode(callback, StandardCharsets.UTF_8),
                URLEncoder.encode("https://feeds.example.org/atom.xml", StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/hub"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    within(
        Sizes.TIME_LIMIT, () -> CLIENT.send(request, BodyHandlers.ofString()).statusCode() == 202);
  }

  private void logged(String text) {
    within(Sizes.TIME_LIMIT, () -> Files.readString(log).contains(text));
  }

  private int drop(String callback) throws IOException {
    String read = Files.readString(home.resolve("config.yaml"));
    SettingsResult result = SettingsReader.read(read, "config.yaml", home, FeedFormats.names());
    PushSettings push = ((SettingsResult.Valid) result).settings().push();
    try (Database database = Database.open(Objects.requireNonNull(push))) {
      return new Subscriptions(database).drop(callback);
    }
  }

  private static Stream<String> threads(ServerProcess server) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + server.process().pid() + "/task"))) {
      for (Path each : tasks.toList()) {
        try {
          names.add(Files.readString(each.resolve("comm")));
        } catch (IOException ended) {
          // That is no thread any more.
        }
      }
    }
    return names.stream();
  }

  /** The files with a secret. */
  private List<Path> holders() throws IOException {
    List<Path> holders = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(each, ISO_8859_1);
        if (SECRETS.stream().anyMatch(text::contains)) {
          holders.add(each);
        }
      }
    }
    return holders;
  }

  @Test
  void aSecretIsInNoLogAndInFilesOfTheOwnerOnly() throws Exception {
    try (Subscriber subscriber = Subscriber.start()) {
      subscriber.answersDeliveries(each -> Reply.of(500));
      try (ServerProcess server = server()) {
        subscribe(server, subscriber.url(CALLBACK), "the-first-secret");
        subscribe(server, "http://10.0.0.1" + CALLBACK, "the-first-secret");
        logged("Subscribed ");
        save("second");
        logged("failed: status 500");
        logged("Not confirmed by http://10.0.0.1/…");
      }
      try (ServerProcess server = server()) {
        subscribe(server, subscriber.url(CALLBACK), "the-second-secret");
        logged("Renewed ");
        assertThat(holders())
            .isNotEmpty()
            .allSatisfy(
                each ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as("%s", each)
                        .isEqualTo("rw-------"));
        subscribe(server, subscriber.url("/dropped" + CALLBACK), "the-second-secret");
        within(Sizes.TIME_LIMIT, () -> drop(subscriber.url("/dropped" + CALLBACK)) == 1);
        logged(": it was dropped with the command push drop");
        subscribe(server, subscriber.url("/ended" + CALLBACK), "the-second-secret");
        within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains("\"subscriptions\":2"));
        ask(server, "unsubscribe", subscriber.url("/ended" + CALLBACK), "the-second-secret");
        logged("Unsubscribed ");
        subscriber.answersDeliveries(each -> Reply.of(410));
        save("third");
        logged(": the subscriber answered 410");
        subscribe(server, subscriber.url(CALLBACK), "the-second-secret");
        within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains("\"subscriptions\":1"));
        write(home, "config.yaml", SITE);
        logged("its subscriber was notified");
        Path state = home.resolve(".feedwright");
        within(Sizes.TIME_LIMIT, () -> Files.notExists(state));
        assertThat(holders()).isEmpty();
        within(Sizes.TIME_LIMIT, () -> threads(server).noneMatch(each -> each.startsWith("push")));
        save("fourth");
        within(Sizes.TIME_LIMIT, () -> server.body("/atom.xml").contains("fourth"));
        assertThat(threads(server)).noneMatch(each -> each.startsWith("push"));

        write(
            home, "config.yaml", SITE + "push: {hub: own, allow: [127.0.0.0/8], interval: 0ms}\n");
        subscribe(server, subscriber.url("/again" + CALLBACK), "the-second-secret");
        within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains("\"subscriptions\":1"));
      }
      assertThat(Files.readString(log)).doesNotContain(SECRETS);
    }
  }
}

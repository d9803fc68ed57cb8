package io.github.feedwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.push.state.Database;
import io.github.feedwright.push.state.SingleServer;
import io.github.feedwright.push.state.Subscription;
import io.github.feedwright.push.state.Subscription.Kind;
import io.github.feedwright.push.state.Subscriptions;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.settings.push.PushSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code push list} and {@code push drop}, while a server has the same file open. */
final class PushCommandIT {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String SITE =
      "site: {title: T, url: \"https://example.org/\", id: \"tag:example.org,2013\"}\n";

  @TempDir private Path directory;
  private Path configuration;

  private record Ran(int status, String out, String err) {}

  @BeforeEach
  void configure() throws Exception {
    Files.createDirectory(directory.resolve("content"));
    configuration =
        Files.writeString(
            directory.resolve("config.yaml"), SITE + "push: {hub: own, state: state}\n");
  }

  private Database open() throws Exception {
    SettingsResult read =
        SettingsReader.read(
            Files.readString(configuration), "config.yaml", directory, FeedFormats.names());
    PushSettings push = ((SettingsResult.Valid) read).settings().push();
    return Database.open(Objects.requireNonNull(push));
  }

  private static void subscribe(Database database, String callback, String path) {
    Subscription subscription =
        new Subscription(
            Kind.SUBSCRIBER,
            "https://example.org/" + path,
            callback,
            "reader.example.net",
            "a secret",
            NOW.plusSeconds(864_000),
            "tag",
            0);
    assertThat(new Subscriptions(database).put(subscription, "tag", NOW)).isTrue();
  }

  private Ran run(String... args) {
    CommandLine line = Main.commandLine(args[0]);
    line.setExecutionExceptionHandler(new FailureHandler());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int status =
        line.execute(
            Stream.concat(Stream.of(args), Stream.of("--config", configuration.toString()))
                .toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }

  @Test
  void subscriptionsAreListedWithoutTheirSecretAndDroppedBySubscriber() throws Exception {
    try (Database server = open()) {
      subscribe(server, "https://reader.example.net/a?b=c", "rss.xml");
      subscribe(server, "https://reader.example.net/a?b=c", "atom.xml");
      subscribe(server, "https://reader.example.net/other", "atom.xml");

      assertThat(run("push", "list"))
          .isEqualTo(
              new Ran(
                  0,
                  """
                  0704c0cf 2026-01-11T00:00:00Z https://reader.example.net/a?b=c https://example.org/atom.xml
                  49c6eb31 2026-01-11T00:00:00Z https://reader.example.net/other https://example.org/atom.xml
                  8e8b02d6 2026-01-11T00:00:00Z https://reader.example.net/a?b=c https://example.org/rss.xml
                  """,
                  ""));
      assertThat(run("push", "drop", "https://reader.example.net/a?b=c"))
          .isEqualTo(new Ran(0, "Ended 2 subscriptions\n", ""));
      assertThat(new Subscriptions(server).all())
          .extracting(Subscription::callback)
          .containsExactly("https://reader.example.net/other");
      assertThat(new Subscriptions(server).takeDropped())
          .extracting(each -> each.substring(0, 8))
          .containsExactlyInAnyOrder("0704c0cf", "8e8b02d6");
      assertThat(new Subscriptions(server).takeDropped()).isEmpty();
      assertThat(run("push", "drop", "https://reader.example.net/a?b=c").status()).isEqualTo(1);
    }
  }

  @Test
  void noOtherUserMayReadWhatIsWritten() throws Exception {
    Path state = Files.createDirectory(directory.resolve("state"));
    // As after a copy that did not keep permissions.
    for (String each : List.of("push.db", "push.db-wal", "push.db-shm", "push.lock")) {
      Files.setPosixFilePermissions(
          Files.createFile(state.resolve(each)), PosixFilePermissions.fromString("rw-r--r--"));
    }
    try (Database server = open();
        SingleServer lock = SingleServer.take(state)) {
      assertThat(lock).isNotNull();
      subscribe(server, "https://reader.example.net/", "rss.xml");
      try (Stream<Path> files = Files.list(state)) {
        assertThat(files)
            .hasSize(4)
            .allSatisfy(
                each ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void beforeTheFirstStartNobodyIsSubscribedAndNothingIsWritten() throws Exception {
    assertThat(run("push", "list")).isEqualTo(new Ran(0, "", ""));
    assertThat(run("push", "drop", "https://reader.example.net/"))
        .isEqualTo(new Ran(1, "Ended no subscriptions\n", ""));
    assertThat(directory.resolve("state")).doesNotExist();
  }

  @Test
  void withoutPushThereIsNothingToListAndNothingIsWritten() throws Exception {
    Files.writeString(configuration, SITE);

    Ran ran = run("push", "list");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("push is not configured; set push.hub: own");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactlyInAnyOrder(configuration, directory.resolve("content"));
    }
  }

  /** A host of files is no hub. */
  @Test
  void filesNameOtherHubsAlone() throws Exception {
    Files.writeString(directory.resolve("content/2024-01-01-one.md"), "---\ntitle: One\n---\nText");
    Files.writeString(
        configuration, SITE + "push: {hub: [own, \"https://hub.example.net/\"], state: state}\n");
    Path out = directory.resolve("out");

    assertThat(run("build", "--out", out.toString()).err()).isEmpty();
    for (String each : List.of("rss.xml", "atom.xml", "feed.json")) {
      assertThat(out.resolve(each))
          .content()
          .contains("https://hub.example.net/")
          .doesNotContain("https://example.org/hub");
    }
    assertThat(directory.resolve("state")).doesNotExist();
  }
}

package io.github.feedwright.push.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedwright.push.state.Subscription.Kind;
import io.github.feedwright.settings.push.PushLimits;
import io.github.feedwright.settings.push.PushSettings;
import io.github.feedwright.settings.push.PushSettings.Signature;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of databases of other versions, and of what is no database. */
@Timeout(60)
final class DatabaseTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Subscription SUBSCRIPTION =
      new Subscription(
          Kind.SUBSCRIBER,
          "https://feeds.example.org/atom.xml",
          "https://reader.example.net/",
          "reader.example.net",
          "s3cret",
          NOW.plusSeconds(3600),
          "a",
          0);

  @TempDir private Path directory;

  private Database open(@Nullable String address) {
    return Database.open(
        new PushSettings(
            true,
            List.of(),
            directory,
            address,
            List.of(),
            Duration.ZERO,
            Duration.ZERO,
            Signature.SHA256,
            PushLimits.DEFAULT));
  }

  private void change(String... statements) {
    try (Database database = open(null)) {
      for (String each : statements) {
        database.run(connection -> Sql.update(connection, each));
      }
    }
  }

  @Test
  void aFileOfTheFirstVersionIsBroughtUpToDateWithItsSubscriptions() {
    try (Database database = open(null)) {
      new Subscriptions(database).put(SUBSCRIPTION, "b", NOW);
    }
    change(
        "ALTER TABLE push_subscription DROP COLUMN claimed_by",
        "DROP TABLE push_dropped",
        "ALTER TABLE push_server DROP COLUMN hub",
        "DELETE FROM push_schema WHERE version > 1");

    try (Database database = open(null)) {
      Subscriptions subscriptions = new Subscriptions(database);
      assertThat(subscriptions.all()).containsExactly(SUBSCRIPTION);
      assertThat(new Deliveries(database, "server").claimEnded(1, NOW)).hasSize(1);
      assertThat(subscriptions.drop(SUBSCRIPTION.callback())).isEqualTo(1);
      assertThat(subscriptions.takeDropped()).containsExactly(SUBSCRIPTION.id());
    }
  }

  @Test
  void aFileOfANewerVersionIsLeftAsItIs() {
    change("INSERT INTO push_schema VALUES (99)");

    assertThatThrownBy(() -> open(null))
        .isInstanceOf(StateFailure.class)
        .hasMessage(
            "its file cannot be used: it was written by a newer version of this program, so start"
                + " that one");
  }

  @Test
  void aFileThatIsNoDatabaseIsCalledThat() throws Exception {
    Files.writeString(directory.resolve("push.db"), "x".repeat(10_000));

    assertThatThrownBy(() -> open(null))
        .isInstanceOf(StateFailure.class)
        .hasMessageStartingWith("its file cannot be used: ")
        .hasMessageContaining("file is not a database");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidToRefuseTheConnection() throws Exception {
    int closed;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = free.getLocalPort();
    }

    assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:" + closed + "/feeds?user=feeds"))
        .isInstanceOf(StateFailure.class)
        .hasMessageStartingWith(
            "the database cannot be used: Connection to 127.0.0.1:" + closed + " refused.");
  }

  @Test
  void aDatabaseWhoseHostDoesNotExistIsSaidToHaveNone() {
    assertThatThrownBy(() -> open("jdbc:postgresql://database.invalid/feeds?user=feeds"))
        .isInstanceOf(StateFailure.class)
        .hasMessage("the database cannot be used: there is no host \"database.invalid\"");
  }
}

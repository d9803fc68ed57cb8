package io.github.feedwright.push;

import static io.github.feedwright.push.PushSite.FEEDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.feedwright.push.state.Database;
import io.github.feedwright.push.state.Servers;
import io.github.feedwright.push.state.Subscriptions;
import io.github.feedwright.settings.push.PushLimits;
import io.github.feedwright.settings.push.PushSettings;
import io.github.feedwright.settings.push.PushSettings.Signature;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which of the servers that share a database is the last, and tells that the hub has ended. */
@Timeout(120)
final class LastServerIT {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static @Nullable EmbeddedPostgres postgres;
  private static String address;

  @TempDir private Path home;
  private Subscriber subscriber;
  private Database database;
  private Servers other;
  private SteppedPush push;

  @BeforeAll
  static void startDatabase() {
    try {
      postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
    } catch (IOException | RuntimeException e) {
      abort("PostgreSQL does not run here: " + e);
      return;
    }
    address = postgres.getJdbcUrl("postgres", "postgres");
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void start() throws Exception {
    subscriber = Subscriber.start();
    database =
        Database.open(
            new PushSettings(
                true,
                List.of(),
                home,
                address,
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                Signature.SHA256,
                PushLimits.DEFAULT));
    other = new Servers(database, "other");
    push = SteppedPush.in(home, shared("own"));
    push.subscribed(subscriber.url("/"));
    subscriber.forget();
  }

  @AfterEach
  void stop() {
    push.close();
    new Subscriptions(database).remove(FEEDS + "/atom.xml", subscriber.url("/"));
    other.leave();
    database.close();
    subscriber.close();
  }

  private static String shared(String hub) {
    return SteppedPush.USUAL.replace("own", hub) + ", database: \"" + address + "\"}";
  }

  private void pass(int seconds) {
    for (int second = 0; second < seconds; second++) {
      push.pass(SECOND);
    }
  }

  private void passBesideTheOther(boolean isHub) {
    for (int second = 0; second < 20; second++) {
      other.renew(isHub);
      push.pass(SECOND);
    }
  }

  private boolean isSubscribed() {
    return push.subscription(subscriber.url("/")).isPresent();
  }

  @Test
  void aServerThatKeepsOnlyOtherHubsLeavesSubscribersToAServerThatIsAHub() throws Exception {
    other.renew(true);
    push.restart(shared(subscriber.url("/hub")));
    passBesideTheOther(true);
    try (Subscriber control = Subscriber.start()) {
      push.settle(control);
    }

    assertThat(isSubscribed()).isTrue();
    assertThat(subscriber.questions()).isEmpty();
  }

  @Test
  void aServerThatOnlyNotifiesOtherHubsIsNoneThatGoesOn() throws Exception {
    push.end();
    passBesideTheOther(false);

    push.until(() -> !isSubscribed());
    push.until(push::isOver);
    assertThat(subscriber.questions()).hasSize(1);
  }

  @Test
  void aServerThatWasSilentForAWhileGoesOn() {
    push.end();
    pass(5);
    assertThat(push.isOver()).isFalse();
    passBesideTheOther(true);

    assertThat(push.isOver()).isTrue();
    assertThat(isSubscribed()).isTrue();
    assertThat(subscriber.questions()).isEmpty();
  }

  @Test
  void aServerThatWasKilledDoesNotGoOn() throws Exception {
    other.renew(true);
    push.end();
    pass(5);
    assertThat(push.isOver()).isFalse();
    push.until(() -> !other.isHubThere());
    pass(10);

    push.until(() -> !isSubscribed());
    push.until(push::isOver);
    assertThat(subscriber.questions()).hasSize(1);
  }
}
